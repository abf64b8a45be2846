/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where each line of the checklist is worked on. */
#pragma once

#include <glib.h>

typedef struct
{
  const char *name;   /* of the line: "drafts" */
  const char *label;  /* of the button, marked with N_() */
  const char *action; /* "win.go", or what does it at once */
  const char *page;   /* of win.go; else NULL */
  const char *detail; /* likewise */
} SheafClosingPlace;

/* NULL for a line that has none. */
const SheafClosingPlace *sheaf_closing_place_find (const char *name);
