/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Approving a plan, and telling whether what was approved still holds. */
#include "distribution/approval.h"

#include "base/i18n.h"
#include "book/act.h"
#include "distribution/approval-sql.h"
#include "distribution/earlier-years.h"
#include "distribution/error.h"
#include "distribution/inputs.h"
#include "distribution/posting.h"
#include "distribution/result.h"
#include "ledger/closing.h"
#include "store/query.h"

void
sheaf_approval_free (SheafApproval *approval)
{
  if (approval == NULL)
    return;
  g_free (approval->resolution);
  g_free (approval->quorum);
  g_free (approval->votes);
  g_free (approval->version);
  g_free (approval->inputs);
  g_free (approval->hash);
  g_free (approval);
}

/* A posting counts as long as nobody has reversed its vouchers. */
static gboolean
find_posting (SheafBook     *book,
              SheafApproval *approval,
              GError       **error)
{
  g_autoptr (GPtrArray) vouchers = sheaf_plan_voucher_list (book, approval->year, error);

  if (vouchers != NULL && vouchers->len > 0)
    {
      const SheafPlanVoucher *first = vouchers->pdata[0];

      approval->posting_id = first->posting_id;
      approval->voucher_id = first->voucher_id;
      approval->posted = first->date;
    }
  return vouchers != NULL;
}

SheafApproval *
sheaf_approval_find (SheafBook *book,
                     int        year,
                     GError   **error)
{
  g_autoptr (SheafApproval) approval = NULL;
  g_autoptr (SheafQuery) query = NULL;

  query = sheaf_query_new (sheaf_book_store (book), APPROVAL_LATEST, SHEAF_ARGS (SHEAF_INT (year)),
                           error);
  if (query == NULL || !sheaf_query_next (query, error))
    return NULL;
  approval = g_new0 (SheafApproval, 1);
  approval->id = sheaf_query_int (query, 0);
  approval->plan_id = sheaf_query_int (query, 1);
  approval->year = year;
  approval->resolution = g_strdup (sheaf_query_text (query, 2));
  approval->date = sheaf_query_date (query, 3);
  approval->quorum = sheaf_query_dup_text (query, 4);
  approval->votes = sheaf_query_dup_text (query, 5);
  approval->inputs = g_strdup (sheaf_query_text (query, 6));
  approval->hash = g_strdup (sheaf_query_text (query, 7));
  approval->rounding_unit = sheaf_query_int (query, 8);
  approval->members = (guint) sheaf_query_int (query, 9);
  approval->present = (guint) sheaf_query_int (query, 10);
  approval->in_favour = (guint) sheaf_query_int (query, 11);
  approval->call = (guint) sheaf_query_int (query, 12);
  approval->version = sheaf_query_dup_text (query, 13);
  approval->posted = SHEAF_DATE_NONE;
  g_clear_pointer (&query, sheaf_query_free);
  if (!find_posting (book, approval, error))
    return NULL;
  return g_steal_pointer (&approval);
}

gboolean
sheaf_plan_state (SheafBook      *book,
                  int             year,
                  SheafPlanState *ret_state,
                  GError        **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (SheafApproval) approval = sheaf_approval_find (book, year, &local);
  gint64 draft = sheaf_plan_find (book, year);

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (approval != NULL && approval->voucher_id != 0)
    *ret_state = SHEAF_PLAN_POSTED;
  else if (approval != NULL && approval->plan_id == draft)
    *ret_state = SHEAF_PLAN_APPROVED;
  else
    *ret_state = draft != 0 ? SHEAF_PLAN_DRAFT : SHEAF_PLAN_NONE;
  return TRUE;
}

/* Everything a result is made of. */
typedef struct
{
  SheafLaw                *law;
  SheafPlan               *plan;
  gint64                   plan_id;
  SheafDistributionInputs *inputs;
} Ground;

static void
clear_ground (Ground *ground)
{
  sheaf_law_free (ground->law);
  sheaf_plan_free (ground->plan);
  sheaf_distribution_inputs_free (ground->inputs);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Ground, clear_ground)

static gboolean
load_ground (SheafBook  *book,
             int         year,
             const char *version,
             Ground     *ground,
             GError    **error)
{
  ground->law = sheaf_law_of_year (book, year, error);
  if (ground->law == NULL)
    return FALSE;
  ground->plan = sheaf_plan_load_version (book, ground->law, year, version, &ground->plan_id,
                                          error);
  if (ground->plan == NULL)
    return FALSE;
  ground->inputs = sheaf_distribution_inputs_load (book, year, ground->plan, ground->law, error);
  return ground->inputs != NULL;
}

/* The last problem is the reason of the refusal. */
static SheafDistribution *
compute (const Ground  *ground,
         SheafProblems *problems,
         GError       **error)
{
  SheafDistribution *result;

  result = sheaf_distribution_compute (ground->plan, ground->law, ground->inputs, problems);
  if (result == NULL)
    {
      const SheafProblem *last = problems->items->pdata[problems->items->len - 1];
      g_autofree char    *text = sheaf_problem_to_text (last);

      g_set_error_literal (error, SHEAF_DISTRIBUTION_ERROR, SHEAF_DISTRIBUTION_ERROR_REFUSED, text);
    }
  return result;
}

SheafDistribution *
sheaf_distribution_simulate (SheafBook     *book,
                             int            year,
                             SheafProblems *problems,
                             GError       **error)
{
  return sheaf_distribution_simulate_version (book, year, NULL, problems, error);
}

SheafDistribution *
sheaf_distribution_simulate_version (SheafBook     *book,
                                     int            year,
                                     const char    *version,
                                     SheafProblems *problems,
                                     GError       **error)
{
  g_auto (Ground) ground = { 0 };

  g_return_val_if_fail (book != NULL && problems != NULL, NULL);
  return load_ground (book, year, version, &ground, error) ? compute (&ground, problems, error)
                                                           : NULL;
}

SheafDistribution *
sheaf_distribution_load (SheafBook     *book,
                         int            year,
                         SheafProblems *problems,
                         GError       **error)
{
  g_autoptr (SheafApproval) approval = NULL;
  SheafPlanState state;

  g_return_val_if_fail (book != NULL && problems != NULL, NULL);
  if (!sheaf_plan_state (book, year, &state, error))
    return NULL;
  if (state < SHEAF_PLAN_APPROVED)
    return sheaf_distribution_simulate (book, year, problems, error);
  approval = sheaf_approval_find (book, year, error);
  return approval != NULL ? sheaf_result_load (book, approval->id, approval->rounding_unit, error)
                          : NULL;
}

/* Sets the error and gives FALSE. */
static gboolean refuse (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

static gboolean
refuse (GError    **error,
        const char *format,
        ...)
{
  va_list args;

  va_start (args, format);
  if (error != NULL)
    *error = g_error_new_valist (SHEAF_DISTRIBUTION_ERROR, SHEAF_DISTRIBUTION_ERROR_STATE, format,
                                 args);
  va_end (args);
  return FALSE;
}

static gboolean
check_approvable (SheafBook          *book,
                  int                 year,
                  const SheafMeeting *meeting,
                  GError            **error)
{
  SheafPlanState state;
  gboolean       closed;

  if (!sheaf_plan_state (book, year, &state, error) ||
      !sheaf_closing_is_closed (book, year, &closed, error))
    return FALSE;
  if (meeting->resolution == NULL || *meeting->resolution == '\0')
    return refuse (error,
                   _ ("the distribution of %d needs the general meeting's resolution: give its "
                      "number and date"),
                   year);
  if (!closed)
    return refuse (
        error, _ ("the year %d is not closed: close it before the distribution is approved"), year);
  if (state == SHEAF_PLAN_POSTED)
    return refuse (
        error,
        _ ("the distribution of %d is posted: take the posting back before approving another"),
        year);
  if (sheaf_date_cmp (meeting->date, sheaf_book_year_end (book, year)) < 0)
    return refuse (
        error, _ ("the approval lies before the end of %d: give the day of the general meeting"),
        year);
  return sheaf_earlier_years_check_unused (book, year, error);
}

static char *
hash_ground (const Ground *ground,
             const char   *inputs)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *plan = sheaf_plan_to_text (ground->plan);
  const char      *parts[] = { plan, ground->law->text, inputs };

  /* The ending NUL keeps the parts apart. */
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    g_checksum_update (checksum, (const guchar *) parts[i], (gssize) strlen (parts[i]) + 1);
  return g_strdup (g_checksum_get_string (checksum));
}

/* NULL for heads that nobody counted. */
static SheafValue
said (guint    heads,
      gboolean counted)
{
  return counted ? SHEAF_INT (heads) : SHEAF_OPTIONAL (NULL);
}

static gboolean
insert_approval (SheafBook               *book,
                 int                      year,
                 const SheafMeeting      *meeting,
                 const Ground            *ground,
                 const SheafDistribution *result,
                 GError                 **error)
{
  g_autofree char *inputs = sheaf_distribution_inputs_to_text (ground->inputs);
  g_autofree char *hash = hash_ground (ground, inputs);
  g_autofree char *summary = g_strdup_printf ("%d, %s", year, meeting->resolution);
  g_autofree char *quorum = g_strdup (meeting->quorum);
  g_autofree char *votes = g_strdup (meeting->votes);
  g_autofree char *before = meeting->call_before.days > 0
                                ? sheaf_date_to_text (meeting->call_before)
                                : NULL;
  g_autoptr (SheafAct) act = sheaf_act_begin (book, "plan-approve", summary, error);
  gint64 id;

  if (quorum == NULL && meeting->members > 0)
    quorum = g_strdup_printf ("%u/%u", meeting->present, meeting->members);
  if (votes == NULL && meeting->voted)
    votes = g_strdup_printf ("%u/%u", meeting->in_favour, meeting->present);
  return act != NULL &&
         sheaf_store_insert (
             sheaf_book_store (book), APPROVAL_INSERT,
             SHEAF_ARGS (SHEAF_INT (ground->plan_id), SHEAF_INT (year),
                         SHEAF_TEXT (meeting->resolution), SHEAF_DAY (meeting->date),
                         SHEAF_OPTIONAL (quorum), SHEAF_OPTIONAL (votes),
                         SHEAF_TEXT (inputs), SHEAF_TEXT (hash), SHEAF_INT (result->rounding_unit),
                         said (meeting->members, meeting->members > 0),
                         said (meeting->present, meeting->members > 0),
                         said (meeting->in_favour, meeting->voted && meeting->members > 0),
                         said (meeting->call, meeting->call > 0), SHEAF_OPTIONAL (before),
                         SHEAF_INT (sheaf_act_id (act))),
             &id, error) &&
         sheaf_result_insert (book, act, id, result, error) && sheaf_act_commit (act, error);
}

gboolean
sheaf_plan_approve (SheafBook          *book,
                    int                 year,
                    const SheafMeeting *meeting,
                    SheafProblems      *problems,
                    GError            **error)
{
  g_auto (Ground) ground = { 0 };
  g_autoptr (SheafDistribution) result = NULL;

  g_return_val_if_fail (book != NULL && meeting != NULL && problems != NULL, FALSE);
  if (!check_approvable (book, year, meeting, error) ||
      !load_ground (book, year, meeting->version, &ground, error))
    return FALSE;
  if (!sheaf_meeting_check (meeting, ground.law, sheaf_book_year_end (book, year), problems, error))
    return FALSE;
  result = compute (&ground, problems, error);
  return result != NULL &&
         sheaf_earlier_years_check_floors (book, year, ground.plan, ground.law, result, error) &&
         insert_approval (book, year, meeting, &ground, result, error);
}

/* Whether plan and law with the approved figures are what was approved. */
static gboolean
hash_holds (const Ground        *ground,
            const SheafApproval *approval)
{
  g_autofree char *hash = hash_ground (ground, approval->inputs);

  return g_str_equal (hash, approval->hash);
}

/* The approved plan by the law pack under which it was approved, which a newer one may have
 * followed; by the one that holds now where none of the book's gives the hash. */
static gboolean
load_approved_ground (SheafBook           *book,
                      const SheafApproval *approval,
                      Ground              *ground,
                      GError             **error)
{
  g_autoptr (GPtrArray) laws = sheaf_law_list (book, error);

  if (laws == NULL)
    return FALSE;
  ground->law = sheaf_law_of_year (book, approval->year, error);
  ground->plan = ground->law != NULL
                     ? sheaf_plan_load_id (book, ground->law, approval->plan_id, error)
                     : NULL;
  for (guint i = 0; ground->plan != NULL && !hash_holds (ground, approval) && i < laws->len; i++)
    {
      g_autoptr (SheafLaw) law = g_steal_pointer (&laws->pdata[i]);
      g_autoptr (SheafPlan) plan = sheaf_plan_load_id (book, law, approval->plan_id, NULL);
      const Ground other = { .law = law, .plan = plan };

      if (plan == NULL || !hash_holds (&other, approval))
        continue;
      clear_ground (ground);
      ground->law = g_steal_pointer (&law);
      ground->plan = g_steal_pointer (&plan);
    }
  return ground->plan != NULL;
}

/* A pack that was taken in since may ask for something else. */
static gboolean
check_same_law (SheafBook           *book,
                const SheafApproval *approval,
                const SheafLaw      *now,
                GError             **error)
{
  g_auto (Ground) ground = { 0 };

  if (!load_approved_ground (book, approval, &ground, error))
    return FALSE;
  if (g_str_equal (ground.law->text, now->text))
    return TRUE;
  g_set_error (error, SHEAF_DISTRIBUTION_ERROR, SHEAF_DISTRIBUTION_ERROR_CHANGED,
               _ ("another law pack was taken in for %d since the plan was approved: approve the "
                  "plan anew"),
               approval->year);
  return FALSE;
}

gboolean
sheaf_approval_check_unchanged (SheafBook           *book,
                                const SheafApproval *approval,
                                GError             **error)
{
  g_auto (Ground) ground = { 0 };
  g_autofree char *now = NULL;
  g_autofree char *difference = NULL;

  if (!load_ground (book, approval->year, NULL, &ground, error))
    return FALSE;
  now = sheaf_distribution_inputs_to_text (ground.inputs);
  difference = sheaf_distribution_inputs_difference (approval->inputs, now, 5);
  if (difference == NULL)
    return check_same_law (book, approval, ground.law, error);
  g_set_error (
      error, SHEAF_DISTRIBUTION_ERROR, SHEAF_DISTRIBUTION_ERROR_CHANGED,
      _ ("the figures of %d have changed since they were approved (%s): approve the plan anew"),
      approval->year, difference);
  return FALSE;
}

SheafDistribution *
sheaf_approval_recompute (SheafBook           *book,
                          const SheafApproval *approval,
                          gboolean            *ret_hash_holds,
                          GError             **error)
{
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_auto (Ground) ground = { 0 };

  if (!load_approved_ground (book, approval, &ground, error))
    return NULL;
  *ret_hash_holds = hash_holds (&ground, approval);
  ground.inputs = sheaf_distribution_inputs_from_text (approval->inputs);
  if (ground.inputs == NULL)
    {
      g_set_error (error, SHEAF_DISTRIBUTION_ERROR, SHEAF_DISTRIBUTION_ERROR_CHANGED,
                   _ ("the approved figures of %d cannot be read: restore a backup"),
                   approval->year);
      return NULL;
    }
  return compute (&ground, problems, error);
}
