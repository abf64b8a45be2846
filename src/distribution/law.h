/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A law pack: what the law asks of a distribution, read from data, each value with its article and
 * source. */
#pragma once

#include "distribution/law-rules.h"

/* Who may share in a pool. */
typedef struct
{
  gboolean  official;
  gboolean  associate_contributing;
  gboolean  associate_non_contributing;
  gboolean  agreement; /* only on days with a written agreement */
  char     *article;
  char     *source;
  SheafDate valid_from;
} SheafLawPool;

/* By when shares are to be paid: so many months after the year's end. */
typedef struct
{
  guint        months; /* 0: the law names no day */
  guint        day;    /* of the month that is reached; 0: that of the year's end */
  SheafLawRate rule;   /* article, source, validity; the rate says nothing */
} SheafLawDeadline;

typedef struct
{
  char            *id;    /* "vn-2023" */
  char            *title; /* in the law's own language */
  char            *source;
  SheafDate        valid_from;
  SheafDate        valid_until;                    /* SHEAF_DATE_NONE while in force */
  gboolean         one_profit;                     /* no rule tells the two incomes apart */
  SheafLawRate     common_fund_floor[SHEAF_SIDES]; /* of each profit */
  SheafLawRate     use_labour_floor;               /* together, of what is left */
  SheafLawRate     internal_equal_ceiling;
  SheafLawPool     pools[SHEAF_POOLS];
  SheafLawRules   *rules; /* reserves, pools, caps, forms of payment, taxes */
  SheafLawDeadline payment_deadline;
  guint            payment_months; /* until then rights follow the committed capital (Art. 74.4) */
  char            *text;           /* the pack as it was read */
  GKeyFile        *defaults;       /* groups "default plan" and so on */
} SheafLaw;

/* Reads a pack from its text. id names it in errors. */
SheafLaw *sheaf_law_parse (const char *text,
                           const char *id,
                           GError    **error);

/* Reads the program's data/laws/ID.ini. A union reads ID-union.ini. Errors:
 * SHEAF_DISTRIBUTION_ERROR_LAW. */
SheafLaw *sheaf_law_load (const char *id,
                          gboolean    is_union,
                          GError    **error);
void      sheaf_law_free (SheafLaw *law);
gboolean  sheaf_law_is_valid_on (const SheafLaw *law,
                                 SheafDate       day);

/* The pack's words for a row of a posting, with pairs of name and value put in for {name}; ends
 * with NULL. The key itself where the pack has no words for it. Free with g_free. */
char *sheaf_law_text (const SheafLaw *law,
                      const char     *key,
                      ...) G_GNUC_NULL_TERMINATED;

/* Gives law, which has none, the taxes of now: what pools may be taken for, the rules, and what
 * plans are taken to say. now is left without. */
void sheaf_law_take_taxes (SheafLaw *law,
                           SheafLaw *now);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafLaw, sheaf_law_free)
