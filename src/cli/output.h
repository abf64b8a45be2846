/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table of figures, written as aligned text for people, or as CSV or JSON for programs. */
#pragma once

#include "base/date.h"
#include "base/money.h"
#include "cli/command.h"

typedef enum
{
  SHEAF_OUTPUT_TEXT,
  SHEAF_OUTPUT_AMOUNT, /* whole numbers, grouped for people */
  SHEAF_OUTPUT_NUMBER, /* decimals, as they are */
  SHEAF_OUTPUT_DAY,
} SheafOutputType;

typedef struct
{
  const char     *name;  /* in CSV and JSON */
  const char     *title; /* for people, marked for translation */
  SheafOutputType type;
} SheafOutputColumn;

typedef struct _SheafOutput SheafOutput;

/* Begins a table in the format that the line asks for. */
SheafOutput *sheaf_output_new (const SheafCommandLine  *line,
                               const SheafOutputColumn *columns,
                               guint                    n_columns);
void         sheaf_output_free (SheafOutput *output);

/* The next cell, from left to right, row after row. NULL and SHEAF_DATE_NONE are empty. */
void sheaf_output_text (SheafOutput *output,
                        const char  *text);
void sheaf_output_amount (SheafOutput *output,
                          SheafMoney   amount);
/* Smallest units of a currency in a column of amounts: for people with its decimals, for programs
 * as they are kept; another column names it. */
void sheaf_output_units (SheafOutput *output,
                         gint64       units,
                         const char  *currency);
void sheaf_output_day (SheafOutput *output,
                       SheafDate    day);

/* TRUE when people read it: rows of totals may be added then. */
gboolean sheaf_output_is_text (const SheafOutput *output);

/* TRUE when people read it, as text or on paper: no column need be for programs. */
gboolean sheaf_output_is_for_people (const SheafOutput *output);

/* Writes the table where the line says. */
gboolean sheaf_output_write (SheafOutput            *output,
                             const SheafCommandLine *line,
                             GError                **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafOutput, sheaf_output_free)
