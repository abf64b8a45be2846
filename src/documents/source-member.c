/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One member's year: who, capital, use and work as far as they count in sharing income. */
#include "documents/source-private.h"

#include "base/i18n.h"
#include "capital/balance.h"
#include "capital/event.h"
#include "documents/error.h"
#include "documents/member-changes.h"
#include "labour/labour.h"
#include "members/member.h"
#include "members/membership.h"
#include "trade/use.h"

static void
add_amount (GHashTable *amounts,
            const char *code,
            SheafMoney  amount)
{
  SheafMoney *sum = g_hash_table_lookup (amounts, code);

  if (sum == NULL)
    {
      sum = g_new0 (SheafMoney, 1);
      g_hash_table_insert (amounts, g_strdup (code), sum);
    }
  *sum = sheaf_money_add (*sum, amount);
}

static SheafMoney
find_amount (GHashTable *amounts,
             const char *code)
{
  const SheafMoney *sum = g_hash_table_lookup (amounts, code);

  return sum != NULL ? *sum : SHEAF_MONEY_ZERO;
}

/* Payments that stand, of all lists of the year, read once. */
static gboolean
load_payments (SheafSource *source,
               GError     **error)
{
  if (source->payments == NULL)
    source->payments = sheaf_year_paid_load (source->book, source->year, error);
  return source->payments != NULL;
}

/* Use and pay of everyone, the same sums that weigh in the pools. */
static gboolean
load_amounts (SheafSource *source,
              GError     **error)
{
  SheafDate from = sheaf_book_year_start (source->book, source->year);
  SheafDate to = sheaf_book_year_end (source->book, source->year);
  g_autoptr (GPtrArray) uses = NULL;
  g_autoptr (GPtrArray) pays = NULL;

  if (source->wages != NULL)
    return TRUE;
  uses = sheaf_use_list (source->book, from, to, error);
  if (uses == NULL)
    return FALSE;
  pays = sheaf_pay_list (source->book, from, to, error);
  if (pays == NULL)
    return FALSE;
  source->deliveries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  source->supplies = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  source->wages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < uses->len; i++)
    {
      const SheafUse *use = g_ptr_array_index (uses, i);

      add_amount (use->kind == SHEAF_USE_DELIVERY ? source->deliveries : source->supplies,
                  use->member, use->amount);
    }
  for (guint i = 0; i < pays->len; i++)
    {
      const SheafPay *pay = g_ptr_array_index (pays, i);

      add_amount (source->wages, pay->member, pay->amount);
    }
  return TRUE;
}

/* What an event does to the paid-in capital of the member. */
static SheafMoney
paid_change (const SheafCapitalEvent *event,
             gint64                   party_id)
{
  switch (event->event)
    {
    case SHEAF_CAPITAL_PAY:
    case SHEAF_CAPITAL_PAY_IN_KIND:
    case SHEAF_CAPITAL_CAPITALISE:
      return event->amount;
    case SHEAF_CAPITAL_REFUND:
      return sheaf_money_neg (event->amount);
    case SHEAF_CAPITAL_TRANSFER_OUT:
      return event->party_id == party_id ? sheaf_money_neg (event->amount) : event->amount;
    case SHEAF_CAPITAL_COMMIT:
    case SHEAF_CAPITAL_REDUCE:
    default:
      return SHEAF_MONEY_ZERO;
    }
}

static gboolean
load_capital (SheafSource        *source,
              gint64              party_id,
              SheafMemberFigures *figures,
              GError            **error)
{
  SheafDate           from = sheaf_book_year_start (source->book, source->year);
  SheafDate           to = sheaf_book_year_end (source->book, source->year);
  SheafCapitalBalance before, after;
  g_autoptr (GPtrArray) events = NULL;

  if (!sheaf_capital_on (source->book, party_id, sheaf_date_add_days (from, -1), &before, error) ||
      !sheaf_capital_on (source->book, party_id, to, &after, error))
    return FALSE;
  events = sheaf_capital_list (source->book, party_id, error);
  if (events == NULL)
    return FALSE;
  figures->capital_before = before.paid;
  figures->capital_after = after.paid;
  for (guint i = 0; i < events->len; i++)
    {
      const SheafCapitalEvent *event = g_ptr_array_index (events, i);
      SheafMoney               change = paid_change (event, party_id);

      if (sheaf_date_cmp (event->date, from) < 0 || sheaf_date_cmp (event->date, to) > 0 ||
          event->reverses_id != 0 || event->reversed_by != 0)
        continue;
      if (change.units > 0)
        figures->capital_added = sheaf_money_add (figures->capital_added, change);
      else
        figures->capital_taken = sheaf_money_sub (figures->capital_taken, change);
    }
  return TRUE;
}

static char *
join_place (const SheafMember *member)
{
  const char *hamlet = member->hamlet != NULL ? member->hamlet : "";
  const char *address = member->address != NULL ? member->address : "";

  return g_strjoin (*hamlet != '\0' && *address != '\0' ? ", " : "", hamlet, address, NULL);
}

static gboolean
is_given (const char *text)
{
  return text != NULL && *text != '\0';
}

/* "Số định danh cá nhân: …"; for an organisation its tax code; "" when neither is known. */
static char *
name_identity (SheafSource       *source,
               const SheafMember *member)
{
  if (is_given (member->id_number))
    return sheaf_paper_texts_fill (source->texts, "member-statement", "id-number", "number",
                                   member->id_number, NULL);
  if (is_given (member->tax_code))
    return sheaf_paper_texts_fill (source->texts, "member-statement", "member-tax-code", "number",
                                   member->tax_code, NULL);
  return g_strdup ("");
}

static gboolean
load_changes (SheafSource        *source,
              gint64              party_id,
              SheafMemberFigures *figures,
              GError            **error)
{
  g_autoptr (GArray) spans = sheaf_member_spans (source->book, party_id, error);

  if (spans == NULL)
    return FALSE;
  figures->changes = sheaf_source_keep (
      source, sheaf_member_changes (spans, sheaf_book_year_start (source->book, source->year),
                                    sheaf_book_year_end (source->book, source->year),
                                    source->texts));
  return TRUE;
}

/* At the year's end; of one who left, the last. */
static SheafMemberKind
kind_of (const SheafMember      *member,
         const SheafMemberState *state)
{
  SheafMemberKind kind = state->kind != SHEAF_MEMBER_NONE ? state->kind : state->last_kind;

  return kind != SHEAF_MEMBER_NONE ? kind : member->kind;
}

static gboolean
load_person (SheafSource        *source,
             gint64              party_id,
             SheafMemberFigures *figures,
             GError            **error)
{
  g_autoptr (SheafMember) member = sheaf_member_load (source->book, party_id, error);
  SheafMemberState state;

  if (member == NULL ||
      !sheaf_member_on (source->book, party_id, sheaf_book_year_end (source->book, source->year),
                        &state, error))
    return FALSE;
  figures->code = sheaf_source_keep (source, g_strdup (member->code));
  figures->name = sheaf_source_keep (source, g_strdup (member->name));
  figures->place = sheaf_source_keep (source, join_place (member));
  figures->kind = sheaf_member_kind_to_word (kind_of (member, &state));
  figures->joined = state.joined;
  figures->identity = sheaf_source_keep (source, name_identity (source, member));
  return load_changes (source, party_id, figures, error);
}

static gint64
find_member (SheafSource *source,
             const char  *code,
             GError     **error)
{
  gint64 party_id = sheaf_member_find (source->book, code);

  if (party_id == 0)
    g_set_error (error, SHEAF_DOCUMENTS_ERROR, SHEAF_DOCUMENTS_ERROR_EMPTY,
                 _ ("Nobody of the code %s was ever a member: correct the code"), code);
  return party_id;
}

gboolean
sheaf_source_member (SheafSource        *source,
                     const char         *code,
                     SheafMemberFigures *ret_figures,
                     GError            **error)
{
  SheafMemberFigures   figures = { .joined = SHEAF_DATE_NONE, .paid_on = SHEAF_DATE_NONE };
  gint64               party_id = find_member (source, code, error);
  const SheafYearPaid *payment;

  if (party_id == 0 || !load_amounts (source, error) || !load_payments (source, error) ||
      !load_person (source, party_id, &figures, error) ||
      !load_capital (source, party_id, &figures, error))
    return FALSE;
  figures.deliveries = find_amount (source->deliveries, code);
  figures.supplies = find_amount (source->supplies, code);
  figures.wages = find_amount (source->wages, code);
  payment = g_hash_table_lookup (source->payments, code);
  if (payment != NULL)
    {
      figures.paid = payment->amount;
      figures.tax = payment->tax;
      figures.set_off = payment->set_off;
      figures.paid_on = payment->last;
    }
  *ret_figures = figures;
  return TRUE;
}

GArray *
sheaf_source_rows (SheafSource *source,
                   GError     **error)
{
  const SheafYearShares *shares = sheaf_source_shares (source, error);

  if (shares == NULL || !load_payments (source, error))
    return NULL;
  return sheaf_payout_rows (source->book, source->year, shares->result, source->payments,
                            source->strings, error);
}
