/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each person was given in a calendar year, box by box of a form that a law asks for: shares
 * paid, notices, redemptions, taxes kept back. Which boxes there are and what goes into each is
 * said by the law pack. */
#pragma once

#include "book/book.h"

typedef struct
{
  char    *name;   /* "1" */
  char    *title;  /* in the law's own language */
  char   **of;     /* what goes in, in the words of the language of law packs */
  gboolean always; /* anything in it makes the person be filed, below the threshold too */
} SheafYearBox;

typedef struct
{
  char      *name;  /* "1099-PATR" */
  char      *title; /* likewise in the law's language */
  char      *source;
  SheafMoney threshold; /* of all boxes together: less is not filed */
  GPtrArray *boxes;     /* of SheafYearBox, in the pack's order */
} SheafYearList;

typedef struct
{
  gint64   party_id;
  char    *code;
  char    *name;
  char    *tax_code; /* may be NULL; likewise address */
  char    *address;
  GArray  *amounts; /* of SheafMoney, one a box */
  gboolean filed;
} SheafYearListRow;

/* The pack's list of the name as it holds at the year's end; NULL: its first one. Errors:
 * SHEAF_PAYOUTS_ERROR_LIST where the pack has none, or one that cannot be read. */
SheafYearList *sheaf_year_list_load (SheafBook  *book,
                                     const char *name,
                                     int         year,
                                     GError    **error);
void           sheaf_year_list_free (SheafYearList *list);

/* Everyone with anything in a box, by code in byte order; of SheafYearListRow. A payment that came
 * back counts in the year in which it was made: the money stood at the person's disposal. */
GPtrArray *sheaf_year_list_rows (SheafBook           *book,
                                 const SheafYearList *list,
                                 int                  year,
                                 GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafYearList, sheaf_year_list_free)
