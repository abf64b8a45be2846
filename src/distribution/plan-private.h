/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files that make up a plan share with each other. */
#pragma once

#include "distribution/plan.h"

/* Finds the line of every group and key; adds a problem for each line that is neither and for each
 * that comes twice. */
gboolean sheaf_plan_scan (const char    *text,
                          gsize          length,
                          const char    *file,
                          GHashTable    *lines,
                          SheafProblems *problems);

/* The line of a key, or of its group when the key is not written; 0 when neither is. */
guint sheaf_plan_line (const SheafPlan *plan,
                       const char      *group,
                       const char      *key);

/* Judges the values against the law pack and against each other. */
void sheaf_plan_check (const SheafPlan *plan,
                       const SheafLaw  *law,
                       SheafProblems   *problems);

SheafPlan *sheaf_plan_new (void);

/* One reading of one key file: the file itself or the defaults of the law pack. */
typedef struct
{
  SheafPlan      *plan;
  const SheafLaw *law;
  GKeyFile       *file;
  const char     *group; /* as the plan names it */
  const char     *place; /* as the key file names it: "default internal" in a law pack */
  SheafProblems  *problems;
} SheafPlanReading;

/* Adds a problem with the key's line; key NULL: with the group's. */
void sheaf_reading_complain (const SheafPlanReading *reading,
                             const char             *key,
                             const char             *format,
                             ...) G_GNUC_PRINTF (3, 4);

/* NULL when the key is not there; title: nor an empty one. */
char *sheaf_reading_text (const SheafPlanReading *reading,
                          const char             *key);
char *sheaf_reading_title (const SheafPlanReading *reading);

/* What is not written stays as it was. */
void sheaf_reading_money (const SheafPlanReading *reading,
                          const char             *key,
                          SheafMoney             *money);
void sheaf_reading_whole (const SheafPlanReading *reading,
                          const char             *key,
                          gint64                  least,
                          gint64                  most,
                          gint64                 *number);
void sheaf_reading_rate (const SheafPlanReading *reading,
                         const char             *key,
                         SheafRate              *rate);

/* Sets *ret_index to the place of the value in the NULL-terminated list of words. */
void sheaf_reading_word (const SheafPlanReading *reading,
                         const char             *key,
                         const char *const      *words,
                         int                    *ret_index);
void sheaf_reading_account (const SheafPlanReading *reading,
                            char                  **account);

/* Keys a group may hold; a law pack's groups also carry their validity and source. */
void sheaf_reading_keys (const SheafPlanReading *reading,
                         const char *const      *known);

/* The group retain NAME: what is kept back of each unit that members deliver; FALSE for another
 * group. Writes them back. */
gboolean sheaf_plan_retains_read (const SheafPlanReading *reading);
void     sheaf_plan_retains_write (const SheafPlan *plan,
                                   GString         *text);

/* Fills what the law's lists of rules propose; reads the groups that answer them: reserve NAME,
 * payment POOL, index NAME; FALSE for another group. Judges them. Writes them back. */
void     sheaf_plan_rules_default (SheafPlan      *plan,
                                   const SheafLaw *law);
gboolean sheaf_plan_rules_read (const SheafPlanReading *reading);
void     sheaf_plan_rules_check (const SheafPlan *plan,
                                 const SheafLaw  *law,
                                 SheafProblems   *problems);
void     sheaf_plan_rules_write (const SheafPlan *plan,
                                 GString         *text);
void     sheaf_plan_rules_clear (SheafPlan *plan);

/* The group "tax": what shares of each pool are taken for. */
void sheaf_plan_tax_read (const SheafPlanReading *reading);
void sheaf_plan_tax_write (const SheafPlan *plan,
                           GString         *text);
void sheaf_plan_tax_clear (SheafPlan *plan);
