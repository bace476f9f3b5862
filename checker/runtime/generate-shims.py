#!/usr/bin/env python3
# Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Writes semtidy/confirm.h, or the wrappers for a project's own functions.

  generate-shims.py                    write semtidy/confirm.h
  generate-shims.py --check            fail if semtidy/confirm.h is not that
  generate-shims.py --list             which functions are wrapped, which not
  generate-shims.py -o my-shims.h --model my.yaml my_lock.h
  generate-shims.py -o my-shims.h my_lock.h

confirm.h is put together from parts/*.h, as parts/confirm.h.in says. Its wrappers
come from the models of the check (checker/model/apis/*.yaml) joined with the
prototypes in prototypes.txt.

For a project's own functions, prototypes are taken from a header. What the
functions do is said by --model, a model file as the check reads it, or by the
annotations of semtidy/annotations.h in that header. Include the result after
the header that declares the functions.
"""

import argparse
import itertools
import pathlib
import re
import sys

import yaml

HERE = pathlib.Path(__file__).resolve().parent
# In the source tree, and where it is installed.
APIS = HERE.parent / "model" / "apis"
if not APIS.is_dir():
    APIS = HERE / "apis"
HEADER = HERE / "semtidy" / "confirm.h"

# --- What the models do not say ---------------------------------------------

# How an object can be asked whether it is set, by family.
PROBES = {
    "pthread-mutex": "SEMTIDY_PROBE_MUTEX",
    "pthread-rwlock": "SEMTIDY_PROBE_RWLOCK",
    "pthread-spin": "SEMTIDY_PROBE_SPIN",
    "posix-sem": "SEMTIDY_PROBE_SEM",
}
# The same for families that the header's core does not know: an expression.
ASK = {
    "win32-critical-section": "({a})->RecursionCount > 0",
}
# Sets that several threads can have at once.
SHARED = re.compile(r"rdlock|SRWLockShared")
# Sets that do not count: a flag is set however often it was set before.
FLAG_SETS = {"DosSemSet", "DosSemSetWait"}
# A named object may have existed, and is then not owned by this creator, and
# its count is not what was asked for.
EXISTED = {
    name + suffix: "GetLastError() == ERROR_ALREADY_EXISTS"
    for name in ("CreateMutex", "CreateMutexEx", "CreateSemaphore", "CreateSemaphoreEx")
    for suffix in "AW"
}
# When a call succeeded, where the model has no test and the type does not tell.
SUCCESS_BY_TYPE = {
    "int": "rc == 0",
    "USHORT": "rc == 0",
    "APIRET": "rc == 0",
    "BOOL": "rc != 0",
    "BOOLEAN": "rc != 0",
    "void": "1",
}
SUCCESS = {
    "SignalObjectAndWait": "rc != 0xFFFFFFFFu",
    "mtx_init": "rc == thrd_success",
    "mtx_unlock": "rc == thrd_success",
}
# Aliases only where both handles are of this process.
ALIAS_IF = {"DuplicateHandle": "a0 == a2"}
# Names of the models that are enumerators here, not macros.
ENUMERATORS = {"thrd_success", "mtx_recursive"}

KINDS = {
    "owner-lock": "SEMTIDY_OWNER",
    "permit": "SEMTIDY_PERMIT",
    "flag": "SEMTIDY_FLAG",
    "event": "SEMTIDY_EVENT",
}


class Prototype:
    """A C function: its result, its name, the types of its parameters."""

    def __init__(self, text, group="", condition=""):
        match = re.fullmatch(r"\s*(.*?)(\w+)\s*\((.*)\)\s*;?\s*", text, re.S)
        if not match:
            sys.exit(f"generate-shims.py: not a prototype: {text}")
        self.result, self.name = match[1].strip(), match[2]
        parameters = [p.strip() for p in match[3].split(",")]
        self.variadic = parameters[-1] == "..."
        if self.variadic:
            parameters.pop()
        self.parameters = [] if parameters in ([""], ["void"]) else parameters
        self.group, self.condition = group, condition

    def declared(self):
        """The parameters with names a0, a1 and so on."""
        return [
            p + ("" if p.endswith("*") else " ") + f"a{i}"
            for i, p in enumerate(self.parameters)
        ]


def read_prototypes(path):
    groups, prototypes, group, condition = {}, {}, "", ""
    for line in path.read_text().splitlines():
        line = line.strip()
        if line.startswith("group "):
            group, guard = line[6:].split(":", 1)
            groups[group] = guard.strip()
        elif line.startswith("if "):
            condition = line[3:]
        elif line == "endif":
            condition = ""
        elif line and not line.startswith("#"):
            prototype = Prototype(line, group, condition)
            prototypes[prototype.name] = prototype
    return groups, prototypes


def read_header_prototypes(path):
    """The annotated and the plain prototypes of a project's header."""
    text = path.read_text()
    text = re.sub(r"/\*.*?\*/|//[^\n]*", " ", text, flags=re.S)
    text = re.sub(r"^\s*#.*?(?<!\\)$", " ", text, flags=re.M | re.S)
    prototypes, effects = {}, []
    pattern = r"((?:SEMTIDY_\w+\s*\([^)]*\)\s*)*)((?:[\w*]+[\s*]+)+\w+\s*\([^(){};]*\))\s*;"
    for marks, declaration in re.findall(pattern, text):
        declaration = re.sub(r"\b(extern|static|inline)\b", "", declaration)
        prototype = Prototype(" ".join(declaration.split()), "project")
        named = re.compile(r"(.*?[\s*])(\w+)$")
        prototype.parameters = [
            named.match(p)[1].strip()
            if named.match(p) and " " in p.replace("*", " * ")
            else p
            for p in prototype.parameters
        ]
        prototypes[prototype.name] = prototype
        for mark, argument in re.findall(r"SEMTIDY_(\w+)\s*\(\s*([*\w]+)\s*\)", marks):
            effects.append((prototype, mark, argument))
    return prototypes, annotated_families(effects)


ROLES = {
    "CREATES": "create",
    "SETS": "set",
    "TRYSETS": "try-set",
    "CLEARS": "clear",
    "CLOSES": "close",
}


def annotated_families(marks):
    """The annotations of a header as families, read as the check reads them."""
    by_name = {
        name: {
            "Family": name,
            "Kind": "owner-lock",
            "Identity": identity,
            "Close": {
                "Outcome": "undefined",
                "WhenSet": "SEMTIDY_CLOSES says that the semaphore must be clear here",
            },
            "Functions": [],
        }
        for name, identity in (("annotated", "address"), ("annotated-handle", "value"))
    }
    like = {}
    for prototype, mark, argument in marks:
        if mark == "LIKE":
            for family in read_families(sorted(APIS.glob("*.yaml"))):
                for effect in family.get("Functions", []):
                    if argument in effect["Names"]:
                        known = like.setdefault(family["Family"], {**family, "Functions": []})
                        known["Functions"].append({**effect, "Names": [prototype.name]})
            continue
        if mark not in ROLES:
            continue
        number = argument.lstrip("*")
        if number == "return":
            place, of = "return", prototype.result
        elif number.isdigit() and int(number) < len(prototype.parameters):
            place = argument[: -len(number)] + f"arg {number}"
            of = prototype.parameters[int(number)]
            of = of.rstrip()[:-1] if argument.startswith("*") else of
        else:
            sys.exit(f"generate-shims.py: {prototype.name}: SEMTIDY_{mark}({argument}) names nothing")
        address = of.strip().endswith("*") and not re.fullmatch(r"(const )?void \*", of.strip())
        effect = {"Names": [prototype.name], "Role": ROLES[mark], "Object": place}
        if mark != "CLEARS" and prototype.result != "void":
            yes = prototype.result in ("bool", "_Bool") or prototype.result.endswith("*")
            effect["When"] = "return != 0" if yes else "return == 0"
        by_name["annotated" if address else "annotated-handle"]["Functions"].append(effect)
    return [f for f in [*by_name.values(), *like.values()] if f["Functions"]]


def read_families(paths):
    families = []
    for path in paths:
        families += [f for f in yaml.safe_load_all(path.read_text()) if f]
    return families


# --- Expressions --------------------------------------------------------------


def place(text):
    """A PLACE of the model as C: return, arg N, *arg N, or a number."""
    text = str(text).strip()
    if text == "return":
        return "rc"
    match = re.fullmatch(r"(\*?)arg (\d+)", text)
    return f"{match[1]}a{match[2]}" if match else text


def constant(text):
    name, _, value = text.partition(":")
    if not value:
        return name
    return name if name in ENUMERATORS else f"SEMTIDY_OR({name}, {value})"


def test(text):
    """A TEST of the model as C."""
    if isinstance(text, list):
        return " && ".join(f"({test(t)})" for t in text)
    match = re.match(r"\s*(return|\*?arg \d+)\s*(.*)", str(text))
    subject, rest = place(match[1]), match[2]
    parts = []
    for comparison in rest.split("|"):
        m = re.fullmatch(r"\s*(?:&\s*(\S+)\s+)?(==|!=|<=|>=|<|>)\s*(\S+)\s*", comparison)
        if not m:
            sys.exit(f"generate-shims.py: not a test: {text}")
        value = constant(m[3])
        if m[1]:
            parts.append(f"((unsigned long)({subject}) & {m[1]}u) {m[2]} {value}u")
        else:
            parts.append(f"{subject} {m[2]} {value}")
    return " || ".join(parts)


SYMBOLS = set()
# Before the names of tables, in the wrappers for a project.
FAMILY_PREFIX = ""


def resolve(code):
    """SEMTIDY_OR(NAME, 5) becomes SEMTIDY_V_NAME, which is defined once."""

    def symbol(match):
        SYMBOLS.add((match[1], match[2]))
        return f"SEMTIDY_V_{match[1]}"

    return re.sub(r"SEMTIDY_OR\((\w+), (\w+)\)", symbol, code)


# --- One wrapper ----------------------------------------------------------------


class Shim:
    """The wrapper of one function, from all effects that the models give it."""

    def __init__(self, prototype, effects):
        self.p, self.effects = prototype, effects
        self.before, self.after, self.variables = [], [], []
        self.win32 = prototype.group == "win32"

    def ok(self, effect=None):
        if effect and "When" in effect:
            return resolve(test(effect["When"]))
        if self.p.name in SUCCESS:
            return SUCCESS[self.p.name]
        if self.p.result.endswith("*") or self.p.result == "HANDLE":
            return "rc != 0"
        return SUCCESS_BY_TYPE.get(self.p.result, "1")

    def key(self, family, text):
        if family["Identity"] == "address":
            return f"semtidy_address({place(text)})"
        return f"semtidy_value((uint64_t)(uintptr_t)({place(text)}))"

    def owned_by_address(self, family):
        return family["Identity"] == "address" and family.get("Kind", "owner-lock") == "owner-lock"

    def permits_by_address(self, family):
        return family["Identity"] == "address" and family.get("Kind") == "permit"

    def when(self, condition, statements):
        if condition == "1":
            self.after += statements
        elif len(statements) == 1:
            self.after += [f"if ({condition})", "  " + statements[0]]
        else:
            self.after += [f"if ({condition}) {{", *("  " + s for s in statements), "}"]

    def blocks(self, effect):
        return (
            effect["Role"] in ("set", "reacquire")
            or "Timeout" in effect
            or any("timespec" in p for p in self.p.parameters)
        )

    def create(self, family, effect):
        kind = KINDS[effect.get("Kind", family.get("Kind", "owner-lock"))]
        probe = PROBES.get(family["Family"], "SEMTIDY_PROBE_NONE")
        owned = resolve(test(effect["Owned"])) if "Owned" in effect else "0"
        initial = f"(int)({place(effect['Initial'])})" if "Initial" in effect else "0"
        existed = EXISTED.get(self.p.name)
        if existed and owned != "0":
            owned = f"{owned} && !({existed})"
        if existed and initial != "0":
            initial = f"{existed} ? -1 : {initial}"
        recursive = int(bool(effect.get("Recursive", family.get("Recursive", False))))
        condition = self.ok(effect)
        if "Match" in effect:
            condition = f"({condition}) && {resolve(test(effect['Match']))}"
        self.when(
            condition,
            [
                f"semtidy_born({self.key(family, effect['Object'])}, {kind}, {probe}, "
                f"{recursive}, {owned}, {initial}, {self.family(family)}, site, function);"
            ],
        )

    def open(self, family, effect):
        kind = KINDS[effect.get("Kind", family.get("Kind", "owner-lock"))]
        self.when(
            self.ok(effect),
            [
                f"semtidy_opened({self.key(family, effect['Object'])}, {kind}, "
                f"{self.family(family)}, site, function);"
            ],
        )

    def set(self, family, effect):
        condition = self.ok(effect)
        if "ArraySize" in effect:
            self.set_array(family, effect, condition)
            return
        if self.owned_by_address(family):
            subject = place(effect["Object"])
            if self.blocks(effect):
                self.before.append(f"semtidy_wait_begin({subject});")
                self.after.insert(0, "semtidy_wait_end();")
            flags = "SEMTIDY_SHARED" if SHARED.search(self.p.name) else "0u"
            if family["Family"] in PROBES:
                flags = f"SEMTIDY_PROBE({PROBES[family['Family']]})" + (
                    " | SEMTIDY_SHARED" if flags != "0u" else ""
                )
            self.when(condition, [f"semtidy_push({subject}, {flags}, site, function);"])
            return
        key = self.key(family, effect["Object"])
        if self.blocks(effect):
            self.before.append(f"semtidy_wait_begin(semtidy_pointer({key}));")
            self.after.insert(0, "semtidy_wait_end();")
        request = 0 if self.p.name in FLAG_SETS else 1
        if self.permits_by_address(family):
            take = f"semtidy_take_permit({place(effect['Object'])}, site, function);"
        else:
            take = f"semtidy_take({key}, {request}, site, function);"
        self.when(condition, [take])

    try_set = set

    def set_array(self, family, effect, condition):
        handles, count = place(effect["Object"]), place(effect["ArraySize"])
        every = resolve(test(effect["All"]))
        self.variables += ["uint64_t keys[64];", "uint32_t i;"]
        self.when(
            condition,
            [
                f"for (i = 0; i < {count} && i < 64; ++i)",
                f"  keys[i] = semtidy_value((uint64_t)(uintptr_t){handles}[i]);",
                f"semtidy_take_array(keys, i, {every} ? i : (uint32_t)rc & 63u, site, function);",
            ],
        )

    def reacquire(self, family, effect):
        subject = place(effect["Object"])
        self.before.append(f"semtidy_suspend({subject});")
        self.after.append(f"semtidy_resume({subject}, site, function);")

    def clear(self, family, effect):
        count = f"(long){place(effect['Count'])}" if "Count" in effect else "1"
        if self.owned_by_address(family):
            subject = place(effect["Object"])
            self.variables.append("uint32_t cleared;")
            self.before.append(f"cleared = semtidy_pop({subject}, site, function);")
            ok = self.ok()
            again = f"semtidy_push_slow({subject}, 0u, cleared, semtidy_me());"
            foreign = f"(void)semtidy_clear_foreign({subject});"
            if ok == "1":
                self.after += ["if (!cleared)", "  " + foreign]
            else:
                self.after += [
                    "if (!cleared) {",
                    f"  if ({ok})",
                    "    " + foreign,
                    f"}} else if (!({ok})) {{",
                    "  " + again,
                    "}",
                ]
            return
        key = self.key(family, effect["Object"])
        if "When" in effect:
            self.when(self.ok(effect), [f"(void)semtidy_give({key}, {count}, site, function);"])
            return
        give, ok = f"semtidy_give({key}, {count}, site, function);", self.ok()
        if self.permits_by_address(family) and count == "1":
            give = f"semtidy_give_permit({place(effect['Object'])}, site, function);"
        if ok == "1":
            self.before.append(f"(void){give}")
            return
        self.variables.append("int given;")
        self.before.append(f"given = {give}")
        self.after += [
            f"if (given && !({ok}))",
            f"  semtidy_take_back({key}, {count}, given, site, function);",
        ]

    def escape(self, family, effect):
        """Somebody clears it later; from here on it is not ours."""
        if self.owned_by_address(family):
            self.after.append(f"(void)semtidy_pop({place(effect['Object'])}, site, function);")

    def alias(self, family, effect):
        condition = f"({self.ok(effect)}) && {ALIAS_IF[self.p.name]}"
        self.when(
            condition,
            [
                f"semtidy_duplicated({self.key(family, effect['Object'])}, "
                f"{self.key(family, effect['Target'])});"
            ],
        )

    def close(self, family, effect):
        subject = place(effect["Object"])
        close = family.get("Close", {})
        codes = [resolve(constant(str(c))) for c in close.get("BusyCodes", [])]
        void = self.p.result == "void"
        busy = "0" if void or not codes else " || ".join(f"rc == {c}" for c in codes)
        trusted = int(close.get("Outcome") == "returns-error")
        self.variables.append("struct semtidy_close c;")
        self.before.append(f"semtidy_close_begin(&c, {self.key(family, effect['Object'])});")
        probe = PROBES.get(family["Family"])
        if probe:
            ask = f"c.probe = semtidy_ask({probe}, {subject}, c.initial);"
            self.before += ["if (c.set)", "  " + ask]
            if busy != "0":
                self.after += [f"if (!c.set && ({busy}))", "  " + ask]
        elif family["Family"] in ASK:
            ask = ASK[family["Family"]].format(a=subject)
            self.before += ["if (c.set)", f"  c.probe = {ask};"]
        self.after.append(
            f"semtidy_close_end(&c, {int(not void)}, {'0' if void else '(long)rc'}, "
            f"{self.ok(effect)}, {busy}, {trusted}, {self.family(family)}, site, function);"
        )

    def family(self, family):
        return f"&semtidy_family_{FAMILY_PREFIX}" + family["Family"].replace("-", "_")

    def text(self):
        for family, effect in self.effects:
            getattr(self, effect["Role"].replace("-", "_"))(family, effect)
        call = f"{self.p.name}({', '.join(f'a{i}' for i in range(len(self.p.parameters)))})"
        void = self.p.result == "void"
        body = list(dict.fromkeys(self.variables))
        if self.win32:
            body.append("DWORD error;")
        if not void:
            body.insert(0, f"{self.p.result}{'' if self.p.result.endswith('*') else ' '}rc;")
        if not any("site" in line for line in self.before + self.after):
            body += ["(void)site;", "(void)function;"]
        body += self.before + [f"{'' if void else 'rc = '}{call};"]
        if self.win32:
            body.append("error = GetLastError();")
        body += self.after
        if self.win32:
            body.append("SetLastError(error);")
        if not void:
            body.append("return rc;")
        arguments = self.p.declared() + ["struct semtidy_site *site", "const char *function"]
        head = f"SEMTIDY_LIKE({self.p.name})\nSEMTIDY_INLINE {self.p.result}"
        head += "" if self.p.result.endswith("*") else " "
        head += f"semtidy_shim_{self.p.name}({', '.join(arguments)}) {{"
        lines = [head, *("  " + line for line in body), "}"]
        return "\n".join(wrapped(line) for line in lines)

    def macro(self, variadic):
        """The macro that takes the function's name, for C99 or for C89."""
        objects = [re.search(r"\d+", str(e.get("Object", ""))) for _, e in self.effects]
        index = next((m[0] for m in objects if m), "99")
        name, letters = self.p.name, "abcdefghij"[: len(self.p.parameters)]
        taken = "..." if variadic else ", ".join(letters)
        passed = "__VA_ARGS__" if variadic else taken
        spelled = "#__VA_ARGS__" if variadic else ' ", " '.join("#" + a for a in letters)
        return (
            f"#undef {name}\n#define {name}({taken}) \\\n  semtidy_shim_{name}({passed}, \\\n"
            f'    SEMTIDY_HERE("{name}", {index}, {spelled}))'
        )


def wrapped(line):
    """A line of C in lines of 80 columns, where that is easy."""
    indent = " " * (len(line) - len(line.lstrip()) + 4)
    lines = []
    while len(line) > 80 and not line.startswith("#"):
        cut = max(line.rfind(", ", 0, 79) + 1, line.rfind(" = ", 0, 79) + 2)
        if cut < len(indent) + 8 or '"' in line[:cut]:
            break
        lines.append(line[:cut])
        line = indent + line[cut:].lstrip()
    return "\n".join(lines + [line])


# sem_open has a variable argument list, and the semaphore it returns may have
# existed, so that its count is not what was asked for.
SEM_OPEN = """SEMTIDY_LIKE(sem_open)
SEMTIDY_INLINE sem_t *semtidy_shim_sem_open(struct semtidy_site *site,
                                            const char *function,
                                            const char *a0, int a1, ...) {
  sem_t *rc;
  if (a1 & O_CREAT) {
    va_list more;
    mode_t mode;
    unsigned value;
    va_start(more, a1);
    mode = (mode_t)va_arg(more, int);
    value = va_arg(more, unsigned);
    va_end(more);
    rc = sem_open(a0, a1, mode, value);
    if (rc != SEM_FAILED)
      semtidy_named(semtidy_address(rc), (int)value, &semtidy_family_posix_sem,
                    site, function);
  } else {
    rc = sem_open(a0, a1);
    if (rc != SEM_FAILED)
      semtidy_named(semtidy_address(rc), -1, &semtidy_family_posix_sem, site,
                    function);
  }
  return rc;
}"""
SEM_OPEN_MACRO = """#undef sem_open
#define sem_open(...) \\
  semtidy_shim_sem_open(SEMTIDY_HERE("sem_open", 0, #__VA_ARGS__), __VA_ARGS__)"""


def collect(families, prototypes):
    """Which prototypes have effects that need a wrapper."""
    effects = {name: [] for name in prototypes}
    left_out = []
    for family in families:
        for effect in family.get("Functions", []):
            for name in effect["Names"]:
                if name not in prototypes:
                    left_out.append((family["Family"], name))
                elif effect["Role"] not in ("neutral", "attribute"):
                    effects[name].append((family, effect))
    return {n: e for n, e in effects.items() if e}, left_out


def escaped(text):
    return str(text).replace("\\", "\\\\").replace('"', '\\"')


def family_table(family):
    close = family.get("Close", {})
    busy = next(iter(close.get("BusyCodes", [])), "")
    busy = str(busy).partition(":")[0]
    name = family["Family"]
    return (
        f"static const struct semtidy_family\n"
        f"    semtidy_family_{FAMILY_PREFIX}{name.replace('-', '_')}\n"
        f"    __attribute__((unused)) = {{\n"
        f'        "{name}",\n        "{escaped(close.get("WhenSet", ""))}",\n'
        f'        "{escaped(busy)}"}};'
    )


def group_text(group, guard, prototypes, effects):
    """Everything of one group, to be read once its functions are declared."""
    families, shims, variadic, fixed = {}, [], [], []
    for condition, members in itertools.groupby(
        (p for n, p in prototypes.items() if p.group == group and n in effects),
        key=lambda p: p.condition,
    ):
        begin = [f"#if {condition}"] if condition else []
        end = ["#endif"] if condition else []
        new_shims, new_variadic, new_fixed = [], [], []
        for prototype in members:
            for family, _ in effects[prototype.name]:
                families[family["Family"]] = family
            if prototype.name == "sem_open":
                new_shims.append(SEM_OPEN)
                new_variadic.append(SEM_OPEN_MACRO)
                continue
            shim = Shim(prototype, effects[prototype.name])
            new_shims.append(shim.text())
            new_variadic.append(shim.macro(True))
            new_fixed.append(shim.macro(False))
        shims += begin + new_shims + end
        variadic += begin + new_variadic + end
        fixed += begin + new_fixed + end
    return "\n\n".join(
        [
            f"#if ({guard}) && !defined(SEMTIDY_SHIMS_{group})\n#define SEMTIDY_SHIMS_{group} 1",
            *(family_table(f) for f in families.values()),
            *shims,
            "\n".join(["#if SEMTIDY_VARIADIC", *variadic, "#else", *fixed, "#endif"]),
            f"#endif /* {group} */",
        ]
    )


def symbol_text(code):
    lines = []
    for name, value in sorted(SYMBOLS):
        if f"SEMTIDY_V_{name}" not in code:
            continue
        lines += [
            f"#undef SEMTIDY_V_{name}",
            f"#if defined({name})",
            f"#define SEMTIDY_V_{name} {name}",
            "#else",
            f"#define SEMTIDY_V_{name} {value}",
            "#endif",
        ]
    return "\n".join(lines)


def shims_text(families, groups, prototypes):
    effects, _ = collect(families, prototypes)
    texts = [group_text(g, guard, prototypes, effects) for g, guard in groups.items()]
    code = "\n\n".join(texts)
    return symbol_text(code) + "\n\n" + code + "\n"


def confirm_h():
    groups, prototypes = read_prototypes(HERE / "prototypes.txt")
    shims = shims_text(read_families(sorted(APIS.glob("*.yaml"))), groups, prototypes)
    annotations = (HERE / "semtidy" / "annotations.h").read_text()
    annotations = annotations[annotations.index("#ifndef SEMTIDY_ANNOTATIONS_H") :]
    text = (HERE / "parts" / "confirm.h.in").read_text()

    def part(match):
        name = match[1]
        if name == "shims":
            return shims
        if name == "annotations":
            return annotations
        return (HERE / "parts" / f"{name}.h").read_text()

    return re.sub(r"^@(\S+)@\n", lambda m: part(m) + "\n", text, flags=re.M)


def project_h(models, headers, output):
    families, prototypes = read_families(models), {}
    for header in headers:
        found, annotated = read_header_prototypes(header)
        prototypes.update(found)
        families += annotated
    global FAMILY_PREFIX
    FAMILY_PREFIX = re.sub(r"\W", "_", output.stem) + "_"
    effects, left_out = collect(families, prototypes)
    for family, name in left_out:
        print(f"generate-shims.py: {family}: no prototype of {name}", file=sys.stderr)
    if not effects:
        sys.exit("generate-shims.py: nothing to wrap")
    shims = shims_text(families, {"project": "1"}, prototypes)
    name = re.sub(r"\W", "_", output.name).upper()
    return (
        f"/* Written by SemTidy's generate-shims.py from "
        f"{', '.join(p.name for p in [*models, *headers])}. */\n\n"
        f"#ifndef {name}\n#define {name}\n\n#include \"semtidy/confirm.h\"\n\n"
        f"#if SEMTIDY_CONFIRM_ACTIVE\n\n{shims.replace('SEMTIDY_SHIMS_project', name + '_SHIMS')}\n"
        f"#endif\n\n#endif /* {name} */\n"
    )


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--model", action="append", default=[], type=pathlib.Path)
    parser.add_argument("-o", dest="output", type=pathlib.Path)
    parser.add_argument("headers", nargs="*", type=pathlib.Path)
    arguments = parser.parse_args()
    if arguments.headers or arguments.model:
        if not arguments.output:
            parser.error("-o is needed")
        arguments.output.write_text(project_h(arguments.model, arguments.headers, arguments.output))
        return
    if arguments.list:
        _, prototypes = read_prototypes(HERE / "prototypes.txt")
        effects, left_out = collect(read_families(sorted(APIS.glob("*.yaml"))), prototypes)
        for name in effects:
            print("wrapped", name)
        for family, name in dict.fromkeys(left_out):
            print("not-wrapped", family, name)
        return
    text = confirm_h()
    if arguments.check:
        if not HEADER.exists() or HEADER.read_text() != text:
            sys.exit("semtidy/confirm.h is stale; run checker/runtime/generate-shims.py")
        return
    HEADER.write_text(text)


if __name__ == "__main__":
    main()
