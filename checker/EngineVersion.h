//===--- EngineVersion.h - What the analysis was built from -----*- C++ -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SEMTIDY_ENGINEVERSION_H
#define SEMTIDY_ENGINEVERSION_H

namespace semtidy {

/// A digest of the sources of the check, made by EngineVersion.cmake. Part of
/// the stored options: an upgraded plugin must not be given the results of an
/// older one by a cache.
extern const char *const EngineVersion;

} // namespace semtidy

#endif
