/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What may be entered in a grid of many rows: kinds of CSV file with their columns, in people's
 * words. */
#pragma once

#include "base/date.h"

typedef enum
{
  SHEAF_GRID_TEXT,
  SHEAF_GRID_DAY,
  SHEAF_GRID_AMOUNT,
  SHEAF_GRID_QUANTITY,
  SHEAF_GRID_CHOICE,
} SheafGridCellKind;

typedef struct
{
  const char *const *words;                /* as files have them, up to NULL */
  const char *(*title) (const char *word); /* for people, in their language */
} SheafGridChoices;

typedef struct
{
  const char             *name;  /* of the file's column */
  const char             *title; /* marked with N_() */
  SheafGridCellKind       kind;
  int                     width_px;
  gboolean                required;
  const SheafGridChoices *choices; /* NULL but for a choice */
} SheafGridColumn;

typedef struct
{
  const char            *name;  /* of the kind of file */
  const char            *title; /* marked with N_(); likewise below */
  const char            *help;
  const SheafGridColumn *columns;
  guint                  n_columns;
} SheafGridKind;

/* "members", "membership" or "capital"; NULL for any other. */
const SheafGridKind *sheaf_grid_kind_find (const char *name);

/* The column that a heading names: its title in the program's language or its name in files, in any
 * case of letters and with or without accents; -1 for none. */
int sheaf_grid_kind_find_column (const SheafGridKind *kind,
                                 const char          *heading);

/* What a cell says as files have it: days and amounts as a person types them, choices by title or
 * word or number, or how either begins. What cannot be read is given back as it is: the import says
 * what is wrong with it. context: the day of the row above. Free with g_free. */
char *sheaf_grid_cell_to_file (const SheafGridColumn *column,
                               const char            *text,
                               SheafDate              context,
                               SheafDate              today);

/* The same as people read it: a day, an amount, the whole title of a choice; as it is where it
 * cannot be read. Free with g_free. */
char *sheaf_grid_cell_to_people (const SheafGridColumn *column,
                                 const char            *text,
                                 SheafDate              context,
                                 SheafDate              today);

/* What may be typed in a cell, in one line: the choices with the numbers that pick them, an example
 * of a day; NULL where anything may. Free with g_free. */
char *sheaf_grid_column_hint (const SheafGridColumn *column);
