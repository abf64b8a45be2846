/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The chart of accounts of a book, in memory. */
#pragma once

#include "book/book.h"
#include "ledger/types.h"

typedef struct
{
  gint64               id;
  gint64               parent_id; /* 0: level 1 */
  char                *code;
  char                *name; /* in the chart's own language */
  char                *name_en;
  char                *name_fr;
  char                *role;    /* "member-capital", …; NULL for most */
  char                *purpose; /* what belongs here; may be NULL */
  SheafAccountType     type;
  SheafAccountScope    scope;
  SheafNeeds           needs;
  SheafAccountBook     book;
  guint                normal_side; /* 0 none, 1 debit, 2 credit, 3 both */
  guint                level;       /* 1, 2, 3 */
  gboolean             postable;    /* FALSE for groups */
  gboolean             hidden;      /* outside every list and total */
  gboolean             by_hand;     /* FALSE: only closings and the like post to it */
  gboolean             money;       /* may not stand below zero at the end of a day */
  SheafAccountCurrency currency;
} SheafAccount;

typedef struct _SheafChart SheafChart;

/* The book's chart, kept with the book; accounts inserted later are added to it. Held longer than
 * the act under way it may hold accounts of an act that was undone. NULL only on a store error. */
const SheafChart *sheaf_chart_get (SheafBook *book,
                                   GError   **error);

/* All accounts but hidden ones, groups included, in the order of their codes; off-balance accounts
 * (0xx) last. */
guint               sheaf_chart_count (const SheafChart *chart);
const SheafAccount *sheaf_chart_at (const SheafChart *chart,
                                    guint             position);

/* NULL when there is none. */
const SheafAccount *sheaf_chart_by_id (const SheafChart *chart,
                                       gint64            id);
const SheafAccount *sheaf_chart_by_code (const SheafChart *chart,
                                         const char       *code);

/* The account of a role with all that was opened under it: for totals. An error names the role that
 * the chart lacks. */
const SheafAccount *sheaf_chart_by_role (const SheafChart *chart,
                                         const char       *role,
                                         GError          **error);

/* The account that takes what the program itself posts by a role: the role's own account, or, once
 * details are opened under it, the detail that took the role over. An error when none did; one is
 * never guessed. */
const SheafAccount *sheaf_chart_posting_account (const SheafChart *chart,
                                                 const char       *role,
                                                 GError          **error);

/* The roles whose postings an account takes; NULL-terminated. Free with g_free, not the words. */
const char **sheaf_chart_posting_roles (const SheafChart   *chart,
                                        const SheafAccount *account);

/* TRUE when the account is the other or lies under it. */
gboolean sheaf_chart_is_under (const SheafChart   *chart,
                               const SheafAccount *account,
                               const SheafAccount *group);

/* The name in vi, en or fr; the chart's own where there is none. */
const char *sheaf_account_name (const SheafAccount *account,
                                const char         *language);

/* The sentence that tells where the content of an account of another chart goes here ("632" → "611
 * or 612"); NULL when nothing is known. Free with g_free. */
char *sheaf_chart_hint (SheafBook  *book,
                        const char *code);

/* Adds a detail account under one that is there; what account leaves empty (side, scope) comes from
 * the parent, the type always; it needs at least what the parent needs. Refused under an account
 * that has postings, as these would then lie on a group. */
gboolean sheaf_account_insert (SheafBook          *book,
                               const SheafAccount *account,
                               const char         *parent_code,
                               gint64             *ret_id,
                               GError            **error);

/* From now on account, which lies under the role's own and can be posted to, takes the role's
 * postings. Kept as the setting "role-ROLE". */
gboolean sheaf_account_take_role (SheafBook          *book,
                                  const SheafAccount *account,
                                  const char         *role,
                                  GError            **error);

/* The set-up function for sheaf_book_create: loads the chart that the book's settings name and
 * takes in the data files. */
gboolean sheaf_ledger_set_up (SheafBook *book,
                              GError   **error);
