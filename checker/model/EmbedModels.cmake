# Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Writes OUTPUT: one initialiser per model file of FILES. Raw string literals
# are split, since compilers need not accept very long ones.
set(TEXT "")
foreach(FILE IN LISTS FILES)
  get_filename_component(NAME ${FILE} NAME)
  file(READ ${FILE} BODY)
  string(LENGTH "${BODY}" LENGTH)
  set(LITERALS "")
  set(AT 0)
  while(AT LESS LENGTH)
    string(SUBSTRING "${BODY}" ${AT} 8000 PART)
    string(APPEND LITERALS "R\"~model(${PART})~model\"\n")
    math(EXPR AT "${AT} + 8000")
  endwhile()
  string(APPEND TEXT "{\"<built-in>/${NAME}\",\n${LITERALS}},\n")
endforeach()
file(WRITE ${OUTPUT} "${TEXT}")
