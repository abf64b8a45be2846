/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The register of a day with what the page shows of each person, put in order and narrowed down
 * without another look at the book. */
#pragma once

#include "capital/register.h"
#include "reports/member-sums.h"

/* The orders that the page offers. */
typedef enum
{
  SHEAF_REGISTER_BY_CODE,
  SHEAF_REGISTER_BY_GIVEN,
  SHEAF_REGISTER_BY_FAMILY,
  SHEAF_REGISTER_BY_PLACE, /* hamlet, team, then given name */
} SheafRegisterOrder;

typedef struct
{
  const SheafRegisterRow *row;
  char                   *hamlet; /* "" for none; likewise below */
  char                   *team;
  char                   *certificate; /* the number in force on the day */
  char                   *found_by;    /* what the search compares */
  char                   *keys[4];     /* by SheafRegisterOrder: compared with strcmp */
  const SheafMemberSums  *sums;        /* NULL: not read yet; all zero for who has nothing */
} SheafRegisterLine;

typedef struct
{
  SheafDate   day;
  GPtrArray  *rows;    /* of SheafRegisterRow */
  GPtrArray  *lines;   /* of SheafRegisterLine, in code order */
  GPtrArray  *hamlets; /* of char *, each once, in the order of the alphabet */
  GHashTable *sums;    /* see reports/member-sums.h; NULL: not read yet */
} SheafRegisterRows;

void sheaf_register_rows_free (SheafRegisterRows *rows);

/* Reads all; names in the alphabet of the book's country. A bounded number of statements. */
SheafRegisterRows *sheaf_register_rows_read (SheafBook *book,
                                             SheafDate  day,
                                             GError   **error);

/* Debts, use and work, which take longer to read than the register and come later; takes them. */
void sheaf_register_rows_take_sums (SheafRegisterRows *rows,
                                    GHashTable        *sums);

/* Whom to show. */
typedef enum
{
  SHEAF_REGISTER_ALL,     /* who left with the others */
  SHEAF_REGISTER_PRESENT, /* members on the day */
  SHEAF_REGISTER_OFFICIAL,
  SHEAF_REGISTER_CONTRIBUTING,
  SHEAF_REGISTER_NON_CONTRIBUTING,
  SHEAF_REGISTER_LEFT, /* who were members before the day and are none on it */
} SheafRegisterWho;

typedef struct
{
  SheafRegisterWho   who;
  const char        *hamlet; /* NULL: any */
  const char        *text;   /* words as typed, accents ignored; NULL: any */
  SheafRegisterOrder order;
} SheafRegisterFilter;

/* The lines that the filter leaves, in its order; of SheafRegisterLine, owned by rows. */
GPtrArray *sheaf_register_rows_choose (const SheafRegisterRows   *rows,
                                       const SheafRegisterFilter *filter);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafRegisterRows, sheaf_register_rows_free)
