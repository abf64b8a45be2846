/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stores plans; a plan that breaks the law or names an account that cannot take money is not
 * stored. */
#include "distribution/draft.h"

#include "base/i18n.h"
#include "book/act.h"
#include "base/text.h"
#include "book/setting.h"
#include "distribution/approval.h"
#include "distribution/draft-sql.h"
#include "distribution/error.h"
#include "distribution/inputs.h"
#include "store/query.h"

char *
sheaf_plan_code (int year)
{
  return g_strdup_printf ("%04d", year);
}

static gboolean
check_year (SheafBook      *book,
            const SheafLaw *law,
            int             year,
            GError        **error)
{
  g_autoptr (SheafApproval) approval = NULL;
  g_autoptr (GError) local = NULL;

  if (year < sheaf_date_year (sheaf_book_first_day (book)))
    {
      g_set_error (error, SHEAF_DISTRIBUTION_ERROR, SHEAF_DISTRIBUTION_ERROR_STATE,
                   _ ("the book begins after %d: choose a later year"), year);
      return FALSE;
    }
  if (!sheaf_law_is_valid_on (law, sheaf_book_year_end (book, year)))
    {
      g_set_error (
          error, SHEAF_DISTRIBUTION_ERROR, SHEAF_DISTRIBUTION_ERROR_LAW,
          _ ("%s was not in force at the end of %d: make the book with the law of that year"),
          law->title, year);
      return FALSE;
    }
  approval = sheaf_approval_find (book, year, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (approval == NULL || approval->voucher_id == 0)
    return TRUE;
  g_set_error (
      error, SHEAF_DISTRIBUTION_ERROR, SHEAF_DISTRIBUTION_ERROR_STATE,
      _ ("the distribution of %d is posted: take the posting back before changing the plan"), year);
  return FALSE;
}

static gboolean
insert_draft (SheafBook       *book,
              int              year,
              const char      *name,
              const SheafPlan *plan,
              GError         **error)
{
  g_autofree char *text = sheaf_plan_to_text (plan);
  g_autofree char *summary = name == NULL ? sheaf_plan_code (year)
                                          : g_strdup_printf ("%04d %s", year, name);
  g_autoptr (SheafAct) act = sheaf_act_begin (book, "plan-store", summary, error);

  return act != NULL &&
         sheaf_store_run (sheaf_book_store (book), DRAFT_INSERT,
                          SHEAF_ARGS (SHEAF_INT (year), SHEAF_TEXT (text), SHEAF_OPTIONAL (name),
                                      SHEAF_INT (sheaf_act_id (act))),
                          error) &&
         sheaf_act_commit (act, error);
}

/* NULL for the plan itself. */
static const char *
version_name (const char *name)
{
  return g_strcmp0 (name, SHEAF_PLAN_ITSELF) == 0 ? NULL : name;
}

gboolean
sheaf_plan_store (SheafBook     *book,
                  int            year,
                  const char    *text,
                  gssize         length,
                  const char    *file,
                  SheafProblems *problems,
                  GError       **error)
{
  return sheaf_plan_store_version (book, year, NULL, text, length, file, problems, error);
}

gboolean
sheaf_plan_store_version (SheafBook     *book,
                          int            year,
                          const char    *name,
                          const char    *text,
                          gssize         length,
                          const char    *file,
                          SheafProblems *problems,
                          GError       **error)
{
  g_autoptr (SheafLaw) law = NULL;
  g_autoptr (SheafPlan) plan = NULL;
  const SheafAccount *profits[SHEAF_SIDES];

  g_return_val_if_fail (book != NULL && text != NULL && problems != NULL, FALSE);
  name = version_name (name);
  if (name != NULL && !sheaf_text_is_code (name))
    {
      g_set_error (error, SHEAF_DISTRIBUTION_ERROR, SHEAF_DISTRIBUTION_ERROR_PLAN,
                   _ ("“%s” cannot name a version: use letters, digits, “-”, “_” or “.”"), name);
      return FALSE;
    }
  law = sheaf_law_of_year (book, year, error);
  if (law == NULL || !check_year (book, law, year, error) ||
      !sheaf_distribution_profit_accounts (book, profits, error))
    return FALSE;
  plan = sheaf_plan_parse (text, length, file, law, problems);
  if (plan != NULL && !sheaf_plan_check_book (book, year, plan, law, problems, error))
    return FALSE;
  if (plan == NULL || problems->errors > 0)
    {
      g_set_error (error, SHEAF_DISTRIBUTION_ERROR, SHEAF_DISTRIBUTION_ERROR_PLAN,
                   _ ("the plan of %d has errors: mend what is listed, nothing was stored"), year);
      return FALSE;
    }
  return insert_draft (book, year, name, plan, error);
}

gint64
sheaf_plan_find (SheafBook *book,
                 int        year)
{
  gint64 id;

  return sheaf_store_get_int (sheaf_book_store (book), DRAFT_LATEST, SHEAF_ARGS (SHEAF_INT (year)),
                              &id, NULL)
             ? id
             : 0;
}

SheafPlan *
sheaf_plan_load_id (SheafBook      *book,
                    const SheafLaw *law,
                    gint64          id,
                    GError        **error)
{
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (SheafPlan) plan = NULL;
  g_autofree char *text = NULL;

  if (!sheaf_store_get_text (sheaf_book_store (book), DRAFT_TEXT, SHEAF_ARGS (SHEAF_INT (id)),
                             &text, error))
    return NULL;
  plan = sheaf_plan_parse (text != NULL ? text : "?", -1, NULL, law, problems);
  if (plan == NULL || problems->errors > 0)
    {
      const SheafProblem *first = problems->items->pdata[0];

      g_set_error (error, SHEAF_DISTRIBUTION_ERROR, SHEAF_DISTRIBUTION_ERROR_PLAN,
                   _ ("the stored plan is not valid (%s): store it anew"), first->text);
      return NULL;
    }
  return g_steal_pointer (&plan);
}

SheafPlan *
sheaf_plan_load (SheafBook      *book,
                 const SheafLaw *law,
                 int             year,
                 gint64         *ret_id,
                 GError        **error)
{
  return sheaf_plan_load_version (book, law, year, NULL, ret_id, error);
}
