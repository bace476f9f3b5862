// RUN: %check %s
#include "os2.h"

// Branches that change nothing do not multiply the paths that are searched.

int ask(void);
struct state { HSEM h; int f; };

void set_at_the_end(struct state *s, int a, int b) {
  HSEM p = s->h, q = p;
  for (int i = 0; i < b; ++i) {
    if (!DosSemRequest(s->h, SEM_IMMEDIATE_RETURN)) {
      if (a & 2) {
      }
      if (a & 2) {
      }
      switch (s->f) {
      case 1:
        q = p, p = p == s->h ? s->h : s->h;
      default:
        ;
      }
      DosSemClear(s->h);
    }
  }
  if (a & 2)
    DosSemClear(p);
  else
    DosSemSet(s->h);
  DosCloseSem(s->h); // TP
}

void cleared_at_the_end(struct state *s, int a, int b) {
  HSEM p = s->h, q = p;
  for (int i = 0; i < b; ++i) {
    if (!DosSemRequest(s->h, SEM_IMMEDIATE_RETURN)) {
      if (a & 2) {
      }
      if (a & 2) {
      }
      switch (s->f) {
      case 1:
        q = p, p = p == s->h ? s->h : s->h;
      default:
        ;
      }
      DosSemClear(s->h);
    }
  }
  if (a & 2)
    DosSemSet(p);
  if (a & 2)
    DosSemClear(s->h);
  DosCloseSem(s->h); // TN
}
