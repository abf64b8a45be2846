/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A statement's form: its lines with their rules, its checks and its words, read from data/forms.
 */
#pragma once

#include "statements/rule.h"

#include <glib.h>

typedef enum
{
  SHEAF_FORM_LINES,    /* fixed lines with a rule each */
  SHEAF_FORM_ACCOUNTS, /* one line an account of the chart */
  SHEAF_FORM_MOVEMENT, /* fixed lines: opening balance, increase, decrease, closing balance */
} SheafFormKind;

/* What the second column of figures shows. */
typedef enum
{
  SHEAF_FORM_PREVIOUS_OPENING, /* the start of the year */
  SHEAF_FORM_PREVIOUS_PERIOD,  /* the same days of the year before */
} SheafFormPrevious;

/* What must not be left without a line. */
typedef enum
{
  SHEAF_FORM_COVERS_NOTHING,
  SHEAF_FORM_COVERS_BALANCES, /* the balance of every account inside the balance sheet */
  SHEAF_FORM_COVERS_MONEY,    /* every movement of money */
  SHEAF_FORM_COVERS_RESULTS,  /* all that was posted to revenue and expense */
} SheafFormCoverage;

typedef enum
{
  SHEAF_FORM_NORMAL,
  SHEAF_FORM_BOLD,
  SHEAF_FORM_HEADING,
} SheafFormStyle;

typedef enum
{
  SHEAF_FORM_VI,
  SHEAF_FORM_EN,
  SHEAF_FORM_FR,
  SHEAF_FORM_LANGUAGES,
} SheafFormLanguage;

typedef struct
{
  char          *line; /* the official code (Mã số); NULL on a heading */
  guint          indent;
  SheafFormStyle style;
  char          *labels[SHEAF_FORM_LANGUAGES];
  SheafRule     *rule; /* NULL exactly where line is NULL */
  char          *note; /* the number of the note that explains it, may be empty */
  gboolean       memo; /* an "of which" line, never part of a sum */
} SheafFormLine;

/* left = right must hold. */
typedef struct
{
  char      *name;
  char      *text;
  SheafRule *left;
  SheafRule *right;
} SheafFormCheck;

typedef struct
{
  char             *code;
  SheafFormKind     kind;
  SheafFormPrevious previous;
  SheafFormCoverage coverage;
  guint             level;  /* of the accounts shown by SHEAF_FORM_ACCOUNTS */
  GPtrArray        *lines;  /* of SheafFormLine */
  GPtrArray        *checks; /* of SheafFormCheck */
  GArray           *order;  /* of guint: indices of lines so that each follows those it refers to */
  GKeyFile         *words;
} SheafForm;

/* Reads a form from the texts of its two files, CODE.ini and CODE.csv (NULL for a form of
 * accounts). Lines must be unique, refer to lines that exist, never to a memo line, and not in a
 * circle. Errors name the file and the line. */
SheafForm *sheaf_form_parse (const char *code,
                             const char *words,
                             const char *lines,
                             GError    **error);
void       sheaf_form_free (SheafForm *form);

/* The line of this code or NULL. */
const SheafFormLine *sheaf_form_find_line (const SheafForm *form,
                                           const char      *line,
                                           guint           *ret_index);

/* A text of the form ("title", "subtitle", …) in vi, en or fr; Vietnamese where the language has
 * none; NULL when the form has none at all. */
char *sheaf_form_text (const SheafForm *form,
                       const char      *key,
                       const char      *language);

/* A list ("columns", "signers", "notes"; "marks" has no language); never NULL. Free with
 * g_strfreev. */
char **sheaf_form_list (const SheafForm *form,
                        const char      *key,
                        const char      *language);

/* The index of a language's labels; English for an unknown one. */
SheafFormLanguage sheaf_form_language (const char *language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafForm, sheaf_form_free)
