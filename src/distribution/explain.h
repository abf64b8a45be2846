/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How each amount of a member came about, to the last đồng, in lines that a program, a card, a
 * paper and the command line draw alike. */
#pragma once

#include "distribution/approval.h"

/* What a line tells; by the order in which they come. */
typedef enum
{
  SHEAF_EXPLAIN_HEADING,  /* of a section: a label alone */
  SHEAF_EXPLAIN_NOTICE,   /* whether it is approved, whether the books changed since */
  SHEAF_EXPLAIN_STEP,     /* of a profit, up to what is shared: result, losses, funds */
  SHEAF_EXPLAIN_TO_SHARE, /* the end of those: what the members share */
  SHEAF_EXPLAIN_POOL,     /* what all members get in one way */
  SHEAF_EXPLAIN_OWN,      /* what counts of the member: deliveries of a product, pay, capital */
  SHEAF_EXPLAIN_WEIGHT,   /* these together */
  SHEAF_EXPLAIN_ALL,      /* the same of all members */
  SHEAF_EXPLAIN_QUOTA,    /* the part of the member, in percent */
  SHEAF_EXPLAIN_EXACT,    /* that part of the pool, before rounding */
  SHEAF_EXPLAIN_ROUNDING, /* what rounding adds or takes, and the place that decided it */
  SHEAF_EXPLAIN_AMOUNT,   /* what the member gets of the pool */
  SHEAF_EXPLAIN_FORM,     /* a part of it in money, capital or a notice */
  SHEAF_EXPLAIN_NONE,     /* why the member has no part in a pool */
  SHEAF_EXPLAIN_TOTAL,    /* all pools together */
  SHEAF_EXPLAIN_TAX,      /* how a payment is taxed, and what was kept back */
  SHEAF_EXPLAIN_PAYMENT,  /* what became of it: paid, set off, returned */
  SHEAF_EXPLAIN_OPEN,     /* what is still to be paid */
} SheafExplainKind;

/* section and key never change with the language: "internal", "external", "internal-use" to
 * "external-equal", "total", "payout"; and "result", "fund:welfare", "delivery:LUA", "weight" …
 * value is plain digits (money, weight) or a decimal fraction of 1 ("0.0375"), "" for none. Label,
 * figure and note are for people, in the language of the program or thread; note may be NULL. */
typedef struct
{
  SheafExplainKind kind;
  char            *section;
  char            *key;
  char            *value;
  char            *label;
  char            *figure;
  char            *note;
} SheafExplainLine;

/* The kind as programs read it: "heading", "notice", "step", "to-share" … "open". */
const char *sheaf_explain_kind_to_text (SheafExplainKind kind);

/* Adds a line to an array made by sheaf_explain_lines_new; value, label, figure and note are given
 * over to it. */
GPtrArray *sheaf_explain_lines_new (void);
void       sheaf_explain_lines_add (GPtrArray       *lines,
                                    SheafExplainKind kind,
                                    const char      *section,
                                    const char      *key,
                                    char            *value,
                                    char            *label,
                                    char            *figure,
                                    char            *note);

/* The line of a section and key, or NULL. */
const SheafExplainLine *sheaf_explain_lines_find (const GPtrArray *lines,
                                                  const char      *section,
                                                  const char      *key);

/* One year's distribution, ready to be explained to any number of members. */
typedef struct _SheafExplainer SheafExplainer;

/* Of what was approved; of a simulation while nothing is (sheaf_distribution_load). */
SheafExplainer *sheaf_explainer_new (SheafBook     *book,
                                     int            year,
                                     SheafProblems *problems,
                                     GError       **error);

/* Of a calculation that the caller has and keeps, as while a plan is being written: no word is said
 * of its approval. */
SheafExplainer *sheaf_explainer_new_for (SheafBook               *book,
                                         int                      year,
                                         const SheafLaw          *law,
                                         const SheafPlan         *plan,
                                         const SheafDistribution *distribution);
void            sheaf_explainer_free (SheafExplainer *explainer);

/* What it explains by; borrowed. */
const SheafLaw  *sheaf_explainer_get_law (const SheafExplainer *explainer);
const SheafPlan *sheaf_explainer_get_plan (const SheafExplainer *explainer);

/* The lines of one member, of SheafExplainLine: each profit of the year, then each pool with what
 * counts of the member, then the total. A member without a share is told why. Error
 * SHEAF_DISTRIBUTION_ERROR_NO_SHARE for a code that was never a member's. */
GPtrArray *sheaf_explainer_lines (const SheafExplainer *explainer,
                                  const char           *code,
                                  GError              **error);

/* Only those of the pools, without what the co-op earned and set aside: for a paper that shows that
 * itself. */
GPtrArray *sheaf_explainer_share_lines (const SheafExplainer *explainer,
                                        const char           *code,
                                        GError              **error);

/* Both steps in one. */
GPtrArray *sheaf_distribution_explain (SheafBook     *book,
                                       int            year,
                                       const char    *code,
                                       SheafProblems *problems,
                                       GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafExplainer, sheaf_explainer_free)
