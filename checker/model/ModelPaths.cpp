//===--- ModelPaths.cpp - Where model files are ---------------------------===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ModelPaths.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/YAMLParser.h"
#include <optional>

using namespace semtidy;
using llvm::StringRef;

/// clang-tidy changes the working directory to that of the compile command. We
/// are loaded before.
static const std::string StartDirectory = [] {
  llvm::SmallString<256> Path;
  if (llvm::sys::fs::current_path(Path))
    return std::string();
  return std::string(Path);
}();

static std::string text(llvm::yaml::Node *N) {
  llvm::SmallString<64> Storage;
  if (auto *Scalar = llvm::dyn_cast_or_null<llvm::yaml::ScalarNode>(N))
    return Scalar->getValue(Storage).str();
  if (auto *Block = llvm::dyn_cast_or_null<llvm::yaml::BlockScalarNode>(N))
    return Block->getValue().str();
  return {};
}

/// The option's value below `CheckOptions`, which is a map, or a list of
/// `{key: ..., value: ...}`.
static std::optional<std::string> valueIn(llvm::yaml::Node *Options) {
  std::optional<std::string> Found;
  if (auto *Map = llvm::dyn_cast_or_null<llvm::yaml::MappingNode>(Options)) {
    for (llvm::yaml::KeyValueNode &Entry : *Map) {
      std::string Key = text(Entry.getKey()), Value = text(Entry.getValue());
      if (Key == ModelsOption)
        Found = Value;
    }
    return Found;
  }
  auto *List = llvm::dyn_cast_or_null<llvm::yaml::SequenceNode>(Options);
  if (!List)
    return Found;
  for (llvm::yaml::Node &Element : *List) {
    auto *Pair = llvm::dyn_cast<llvm::yaml::MappingNode>(&Element);
    if (!Pair)
      continue;
    std::string Key, Value;
    for (llvm::yaml::KeyValueNode &Entry : *Pair) {
      std::string Name = text(Entry.getKey()), Text = text(Entry.getValue());
      if (Name == "key")
        Key = Text;
      else if (Name == "value")
        Value = Text;
    }
    if (Key == ModelsOption)
      Found = Value;
  }
  return Found;
}

/// The option's value in the `.clang-tidy` at \p Path, if it gives one.
static std::optional<std::string> valueInFile(StringRef Path) {
  auto Buffer = llvm::MemoryBuffer::getFile(Path, /*IsText=*/true);
  if (!Buffer || !(*Buffer)->getBuffer().contains(ModelsOption))
    return std::nullopt;
  llvm::SourceMgr Positions;
  // Mistakes in the file are clang-tidy's to report.
  Positions.setDiagHandler([](const llvm::SMDiagnostic &, void *) {});
  llvm::yaml::Stream Stream((*Buffer)->getBuffer(), Positions);
  llvm::yaml::document_iterator Document = Stream.begin();
  if (Document == Stream.end())
    return std::nullopt;
  auto *Root =
      llvm::dyn_cast_or_null<llvm::yaml::MappingNode>(Document->getRoot());
  if (!Root)
    return std::nullopt;
  for (llvm::yaml::KeyValueNode &Entry : *Root)
    if (text(Entry.getKey()) == "CheckOptions")
      return valueIn(Entry.getValue());
  return std::nullopt;
}

std::string semtidy::directoryOfConfig(StringRef MainFile, StringRef Value) {
  llvm::SmallString<256> Directory(MainFile);
  llvm::sys::fs::make_absolute(Directory);
  llvm::sys::path::remove_dots(Directory, /*remove_dot_dot=*/true);
  while (true) {
    StringRef Parent = llvm::sys::path::parent_path(Directory);
    if (Parent.empty() || Parent == Directory)
      return {};
    Directory = llvm::SmallString<256>(Parent);
    llvm::SmallString<256> Path(Directory);
    llvm::sys::path::append(Path, ".clang-tidy");
    if (valueInFile(Path) == Value.str())
      return std::string(Directory);
  }
}

std::vector<std::string> semtidy::modelPaths(StringRef MainFile,
                                             StringRef Value) {
  llvm::SmallVector<StringRef, 4> Names;
  Value.split(Names, ';', -1, /*KeepEmpty=*/false);
  std::vector<std::string> Paths;
  std::optional<std::string> Base;
  for (StringRef Name : Names) {
    Name = Name.trim();
    if (Name.empty())
      continue;
    if (llvm::sys::path::is_absolute(Name)) {
      Paths.push_back(Name.str());
      continue;
    }
    if (!Base) {
      Base = directoryOfConfig(MainFile, Value);
      if (Base->empty())
        Base = StartDirectory;
    }
    llvm::SmallString<256> Path(*Base);
    llvm::sys::path::append(Path, Name);
    Paths.push_back(std::string(Path));
  }
  return Paths;
}
