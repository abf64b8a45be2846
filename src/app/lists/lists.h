/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lists there are: one table. */
#pragma once

#include "app/lists/sheet.h"
#include "app/widgets/columns.h"
#include "base/date.h"
#include "book/book.h"

/* What is asked of a list. */
typedef struct
{
  guint     index; /* of the table */
  SheafDate from;
  SheafDate to;
} SheafListQuestion;

/* What can be done from a list. */
typedef struct
{
  const char *label;  /* with a mnemonic, marked with N_() */
  const char *action; /* of the window */
} SheafListAct;

typedef struct
{
  const char        *name;    /* for programs: "checks" */
  const char        *title;   /* marked with N_() */
  const char        *about;   /* one sentence, marked with N_() */
  const char        *nothing; /* what an empty list means, marked with N_() */
  const SheafColumn *columns; /* of SheafSheetLine */
  guint              n_columns;
  gboolean           period; /* for days from … to; else for the whole book */
  gboolean           slow;   /* read on the thread of what takes long */
  SheafSheet *(*make) (SheafBook *book, const SheafListQuestion *question, GError **error);
  const SheafListAct *acts; /* ended by one without a label; NULL: none */
} SheafList;

const SheafList *sheaf_lists_table (guint *ret_count);

/* Job: data is a SheafListQuestion, result a SheafSheet. */
gpointer sheaf_lists_job (gpointer connection,
                          gpointer data,
                          GError **error);

/* The lists' own functions, in files by subject. */
SheafSheet *sheaf_list_checks (SheafBook               *book,
                               const SheafListQuestion *question,
                               GError                 **error);
SheafSheet *sheaf_list_numbers (SheafBook               *book,
                                const SheafListQuestion *question,
                                GError                 **error);
SheafSheet *sheaf_list_scopes (SheafBook               *book,
                               const SheafListQuestion *question,
                               GError                 **error);
SheafSheet *sheaf_list_open_items (SheafBook               *book,
                                   const SheafListQuestion *question,
                                   GError                 **error);
SheafSheet *sheaf_list_duplicates (SheafBook               *book,
                                   const SheafListQuestion *question,
                                   GError                 **error);
SheafSheet *sheaf_list_vat_in (SheafBook               *book,
                               const SheafListQuestion *question,
                               GError                 **error);
SheafSheet *sheaf_list_vat_out (SheafBook               *book,
                                const SheafListQuestion *question,
                                GError                 **error);
SheafSheet *sheaf_list_currencies (SheafBook               *book,
                                   const SheafListQuestion *question,
                                   GError                 **error);
