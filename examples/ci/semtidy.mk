# Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Targets for any Makefile: include semtidy.mk
#
#   make semtidy            the whole project; new findings fail
#   make semtidy-changes    only lines that differ from BASE
#   make semtidy-baseline   what is found now is known from now on
#
# The compile database comes from CMake, from `bear -- make`, or from what else
# writes one.

LLVM ?= 22
SEMTIDY ?= semtidy-$(LLVM)
SEMTIDY_REPORT ?= semtidy-report-$(LLVM)
RUN_CLANG_TIDY ?= run-clang-tidy-$(LLVM)
CLANG_TIDY_DIFF ?= clang-tidy-diff-$(LLVM).py
COMPILE_DATABASE ?= build
BASELINE ?= .semtidy-baseline.json
BASE ?= origin/main
FINDINGS := $(COMPILE_DATABASE)/semtidy-findings

.PHONY: semtidy semtidy-analyse semtidy-baseline semtidy-changes

semtidy: semtidy-analyse
	$(SEMTIDY_REPORT) $(FINDINGS) \
	  $(if $(wildcard $(BASELINE)),--baseline=$(BASELINE))

semtidy-baseline: semtidy-analyse
	$(SEMTIDY_REPORT) $(FINDINGS) --baseline=$(BASELINE) --update-baseline

semtidy-analyse:
	$(SEMTIDY) --verify-config --checks='-*,semaphore-close-while-set'
	rm -rf $(FINDINGS) && mkdir -p $(FINDINGS)
	$(RUN_CLANG_TIDY) -quiet -p $(COMPILE_DATABASE) \
	  -clang-tidy-binary $(SEMTIDY) -export-fixes $(FINDINGS) \
	  > $(FINDINGS)/log 2>&1 || { cat $(FINDINGS)/log; exit 1; }

semtidy-changes:
	$(SEMTIDY) --verify-config --checks='-*,semaphore-close-while-set'
	git diff -U0 --merge-base $(BASE) > $(COMPILE_DATABASE)/semtidy-changes.diff
	$(CLANG_TIDY_DIFF) -p1 -quiet -path $(COMPILE_DATABASE) \
	  -clang-tidy-binary $(SEMTIDY) -warnings-as-errors='semaphore-*' \
	  < $(COMPILE_DATABASE)/semtidy-changes.diff
