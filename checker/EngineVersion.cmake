# Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Writes the digest of what the check is made of, as the definition that
# EngineVersion.h declares. The same sources give the same digest anywhere.
#   cmake -DCHECKER=checker -DOUTPUT=EngineVersion.cpp -P EngineVersion.cmake

set(digests "")
foreach(folder . model engine report)
  file(GLOB sources RELATIVE "${CHECKER}"
    "${CHECKER}/${folder}/*.h" "${CHECKER}/${folder}/*.cpp")
  list(SORT sources)
  foreach(source IN LISTS sources)
    file(SHA256 "${CHECKER}/${source}" digest)
    string(APPEND digests "${source} ${digest}\n")
  endforeach()
endforeach()
string(SHA256 digest "${digests}")
string(SUBSTRING "${digest}" 0 16 digest)

file(WRITE "${OUTPUT}" "#include \"EngineVersion.h\"

const char *const semtidy::EngineVersion = \"${digest}\";
")
