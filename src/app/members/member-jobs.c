/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each job is one look at the book, or one act. */
#include "app/members/member-jobs.h"

#include "app/format.h"
#include "base/i18n.h"
#include "base/language.h"
#include "book/act.h"
#include "capital/certificate.h"
#include "ledger/bank.h"
#include "ledger/chart.h"
#include "ledger/duplicate.h"
#include "ledger/open-item.h"
#include "statements/membership-act.h"

#include <string.h>

void
sheaf_member_wish_free (SheafMemberWish *wish)
{
  if (wish == NULL)
    return;
  sheaf_member_free (wish->member);
  g_free (wish->agreement_number);
  g_free (wish->reason);
  g_free (wish);
}

void
sheaf_member_findings_free (SheafMemberFindings *findings)
{
  if (findings == NULL)
    return;
  sheaf_problems_free (findings->problems);
  g_clear_pointer (&findings->alike, g_ptr_array_unref);
  g_free (findings);
}

void
sheaf_member_sheet_free (SheafMemberSheet *sheet)
{
  if (sheet == NULL)
    return;
  sheaf_member_free (sheet->member);
  g_clear_pointer (&sheet->events, g_ptr_array_unref);
  g_clear_pointer (&sheet->corrections, g_ptr_array_unref);
  g_clear_pointer (&sheet->open, g_ptr_array_unref);
  g_free (sheet->certificate);
  g_free (sheet);
}

SheafMemberQuestion *
sheaf_member_question_new (gint64    party_id,
                           SheafDate on)
{
  SheafMemberQuestion *question = g_new0 (SheafMemberQuestion, 1);

  question->party_id = party_id;
  question->on = on;
  return question;
}

void
sheaf_take_back_wish_free (SheafTakeBackWish *wish)
{
  g_free (wish->reason);
  g_free (wish);
}

static SheafMemberFindings *
new_findings (void)
{
  SheafMemberFindings *findings = g_new0 (SheafMemberFindings, 1);

  findings->problems = sheaf_problems_new ();
  findings->alike = g_ptr_array_new_with_free_func (g_free);
  return findings;
}

/* A telephone or bank account alone says little: families share them. */
static gboolean
find_alike (SheafBook         *book,
            const SheafMember *member,
            GPtrArray         *sentences,
            GError           **error)
{
  const guint strong = SHEAF_DUPLICATE_TAX_CODE | SHEAF_DUPLICATE_ID_NUMBER |
                       SHEAF_DUPLICATE_NAME_BIRTH | SHEAF_DUPLICATE_NAME;
  const SheafParty party = { .id = member->party_id,
                             .name = member->name,
                             .tax_code = member->tax_code,
                             .id_number = member->id_number,
                             .phone = member->phone,
                             .bank_bin = member->bank_bin,
                             .bank_account = member->bank_account };
  g_autoptr (GPtrArray) found = sheaf_party_likenesses (book, &party, member->birth, error);

  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      const SheafLikeness *likeness = found->pdata[i];
      g_autofree char     *why = sheaf_duplicate_reasons_title (likeness->reasons);

      if ((likeness->reasons & strong) != 0)
        g_ptr_array_add (sentences,
                         g_strdup_printf (likeness->is_member
                                              ? _ ("May be the member %s %s: same %s")
                                              : _ ("May be the party %s %s, who is no member: "
                                                   "same %s"),
                                          likeness->party->code, likeness->party->name, why));
    }
  return found != NULL;
}

gpointer
sheaf_member_alike_job (gpointer connection,
                        gpointer data,
                        GError **error)
{
  const SheafMemberWish *wish = data;
  SheafMemberFindings   *findings = new_findings ();

  if (find_alike (connection, wish->member, findings->alike, error))
    return findings;
  sheaf_member_findings_free (findings);
  return NULL;
}

static void
check_agreement (const SheafMemberWish *wish,
                 SheafProblems         *problems)
{
  if (!sheaf_date_is_none (wish->agreement_until) && !sheaf_date_is_none (wish->member->joined) &&
      sheaf_date_cmp (wish->agreement_until, wish->member->joined) < 0)
    sheaf_problems_add (
        problems, SHEAF_PROBLEM_ERROR, NULL, 0, "agreement_until", "%s",
        _ ("the agreement ends before the day of joining: correct one of the days"));
}

gpointer
sheaf_member_check_job (gpointer connection,
                        gpointer data,
                        GError **error)
{
  const SheafMemberWish *wish = data;
  SheafMemberFindings   *findings = new_findings ();
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  gboolean done = TRUE;

  g_ptr_array_add (list, wish->member);
  if (wish->member->party_id != 0)
    sheaf_member_check_facts (connection, wish->member, NULL, findings->problems);
  else
    done = sheaf_member_check (connection, list, NULL, findings->problems, error);
  check_agreement (wish, findings->problems);
  if (done && find_alike (connection, wish->member, findings->alike, error))
    return findings;
  sheaf_member_findings_free (findings);
  return NULL;
}

gpointer
sheaf_member_check_events_job (gpointer connection,
                               gpointer data,
                               GError **error)
{
  SheafMemberFindings *findings = new_findings ();

  if (sheaf_membership_check (connection, data, NULL, findings->problems, error))
    return findings;
  sheaf_member_findings_free (findings);
  return NULL;
}

static gboolean
read_certificate (SheafBook                 *book,
                  const SheafMemberQuestion *question,
                  SheafMemberSheet          *sheet,
                  GError                   **error)
{
  g_autoptr (GPtrArray) certificates = sheaf_certificates_on (book, question->on, error);

  for (guint i = 0; certificates != NULL && i < certificates->len; i++)
    {
      const SheafCertificate *certificate = certificates->pdata[i];

      if (certificate->party_id == question->party_id)
        {
          g_free (sheet->certificate);
          sheet->certificate = g_strdup (certificate->number);
        }
    }
  return certificates != NULL;
}

static gboolean
read_open (SheafBook                 *book,
           const SheafMemberQuestion *question,
           SheafMemberSheet          *sheet,
           GError                   **error)
{
  const SheafChart         *chart = sheaf_chart_get (book, error);
  const SheafOpenItemFilter filter = { .on = question->on,
                                       .party_id = question->party_id,
                                       .open_only = TRUE,
                                       .due_until = SHEAF_DATE_NONE,
                                       .no_dues = TRUE };
  g_autoptr (GArray) items = chart == NULL ? NULL : sheaf_open_item_list (book, &filter, error);

  sheet->open = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      const SheafOpenItem *item = &g_array_index (items, SheafOpenItem, i);
      const SheafAccount  *account = sheaf_chart_by_id (chart, item->account_id);
      g_autofree char     *balance = sheaf_format_side (item->balance);

      g_ptr_array_add (sheet->open,
                       g_strdup_printf ("%s %s: %s", account->code,
                                        sheaf_account_name (account, sheaf_language_current ()),
                                        balance));
    }
  return items != NULL;
}

gpointer
sheaf_member_load_job (gpointer connection,
                       gpointer data,
                       GError **error)
{
  const SheafMemberQuestion *question = data;
  SheafMemberSheet          *sheet = g_new0 (SheafMemberSheet, 1);

  sheet->member = sheaf_member_load (connection, question->party_id, error);
  if (sheet->member != NULL)
    sheet->events = sheaf_membership_list (connection, question->party_id, error);
  if (sheet->events != NULL)
    sheet->corrections = sheaf_member_corrections (connection, question->party_id, error);
  if (sheet->corrections != NULL &&
      sheaf_member_on (connection, question->party_id, question->on, &sheet->state, error) &&
      sheaf_capital_on (connection, question->party_id, question->on, &sheet->capital, error) &&
      read_certificate (connection, question, sheet, error) &&
      read_open (connection, question, sheet, error))
    return sheet;
  sheaf_member_sheet_free (sheet);
  return NULL;
}

gpointer
sheaf_member_banks_job (gpointer connection,
                        gpointer data,
                        GError **error)
{
  const GPtrArray *banks = sheaf_bank_list (connection);
  SheafChoices    *choices = sheaf_choices_new ();

  (void) data;
  (void) error; /* a country without a list has no choices */
  for (guint i = 0; i < banks->len; i++)
    {
      const SheafBank *bank = banks->pdata[i];
      g_autofree char *name = *bank->code != '\0'
                                  ? g_strdup_printf ("%s (%s)", bank->name, bank->code)
                                  : g_strdup (bank->name);

      sheaf_choices_add (choices, i + 1, bank->bin, name);
    }
  return choices;
}

/* The agreement's paper is an event of its own. */
static gboolean
enter_agreement (SheafBook             *book,
                 const SheafMemberWish *wish,
                 GError               **error)
{
  g_autoptr (GPtrArray)
      events = g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_membership_event_free);
  SheafMembershipEvent *event = sheaf_membership_event_new ();

  event->party_id = sheaf_member_find (book, wish->member->code);
  event->date = wish->member->joined;
  event->event = SHEAF_MEMBERSHIP_AGREEMENT_SIGNED;
  event->document = g_strdup (wish->agreement_number);
  event->until = wish->agreement_until;
  g_ptr_array_add (events, event);
  return sheaf_membership_insert (book, events, error);
}

static gboolean
insert_member (SheafBook             *book,
               const SheafMemberWish *wish,
               GError               **error)
{
  gboolean    with_paper = wish->member->agreement && (wish->agreement_number != NULL ||
                                                    !sheaf_date_is_none (wish->agreement_until));
  SheafMember plain = *wish->member;
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  g_autoptr (SheafAct) act = sheaf_act_begin (book, "member", wish->member->code, error);

  if (with_paper)
    plain.agreement = FALSE;
  g_ptr_array_add (list, &plain);
  return act != NULL && sheaf_member_insert (book, list, error) &&
         (!with_paper || enter_agreement (book, wish, error)) && sheaf_act_commit (act, error);
}

gpointer
sheaf_member_save_job (gpointer connection,
                       gpointer data,
                       GError **error)
{
  const SheafMemberWish *wish = data;
  gint64                 id = wish->member->party_id;
  gboolean               done = id == 0 ? insert_member (connection, wish, error)
                                        : sheaf_member_change (connection, wish->member,
                                                               wish->reason, error);

  if (done && id == 0)
    id = sheaf_member_find (connection, wish->member->code);
  return done ? g_memdup2 (&id, sizeof id) : NULL;
}

gpointer
sheaf_member_enter_job (gpointer connection,
                        gpointer data,
                        GError **error)
{
  const GPtrArray *events = data;
  gint64           id = ((const SheafMembershipEvent *) events->pdata[0])->party_id;

  return sheaf_membership_enter (connection, events, error) ? g_memdup2 (&id, sizeof id) : NULL;
}

gpointer
sheaf_member_take_back_job (gpointer connection,
                            gpointer data,
                            GError **error)
{
  const SheafTakeBackWish *wish = data;

  return sheaf_membership_take_back (connection, wish->id, wish->reason, error)
             ? g_memdup2 (&wish->id, sizeof wish->id)
             : NULL;
}
