/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who the member is, what stands today, and the years side by side. */
#include "reports/list-card-private.h"

#include "base/country.h"
#include "base/text.h"
#include "capital/certificate.h"
#include "ledger/bank.h"

#include <string.h>

enum
{
  YEAR,
  DELIVERIES,
  SUPPLIES,
  PAY,
  SHARE,
  PAID,
  CAPITAL,
  N_YEARS
};

static const SheafListColumn fact_columns[] = { { "field", SHEAF_CELL_TEXT, 4 },
                                                { "value", SHEAF_CELL_TEXT, 10 },
                                                { NULL, SHEAF_CELL_TEXT, 0 } };
static const SheafListColumn summary_columns[] = { { "item", SHEAF_CELL_TEXT, 10 },
                                                   { "amount", SHEAF_CELL_MONEY, 4 },
                                                   { NULL, SHEAF_CELL_TEXT, 0 } };
static const SheafListColumn year_columns[] = { { "year", SHEAF_CELL_TEXT, 3 },
                                                { "deliveries", SHEAF_CELL_MONEY, 5 },
                                                { "supplies", SHEAF_CELL_MONEY, 5 },
                                                { "pay", SHEAF_CELL_MONEY, 5 },
                                                { "share", SHEAF_CELL_MONEY, 5 },
                                                { "paid", SHEAF_CELL_MONEY, 5 },
                                                { "paid_in", SHEAF_CELL_MONEY, 5 },
                                                { NULL, SHEAF_CELL_TEXT, 0 } };

/* Nothing is written of what is not known. */
static gboolean
add_fact (SheafCardPaper *paper,
          const char     *key,
          const char     *value,
          GError        **error)
{
  g_autofree char *name = g_strdup_printf ("fact-%s", key);
  g_autofree char *title = sheaf_list_text (&paper->writer, name, NULL);
  SheafCell        cells[SHEAF_CARD_CELLS] = { { 0 } };

  if (value == NULL || *value == '\0')
    return TRUE;
  sheaf_cell_set_text (&cells[0], title);
  sheaf_cell_set_text (&cells[1], value);
  return sheaf_card_row (paper, SHEAF_ROW_KIND_LINE, cells, error);
}

/* Why the membership ended: the last event of leaving that stands. */
static char *
leaving_reason (SheafCardPaper *paper)
{
  for (guint i = paper->card->memberships->len; i-- > 0;)
    {
      const SheafMembershipEvent *event = paper->card->memberships->pdata[i];

      if (sheaf_membership_event_counts (event) && event->event == SHEAF_MEMBERSHIP_LEAVE)
        return sheaf_card_word (paper, "leaving", event->reason);
      if (sheaf_membership_event_counts (event) && event->event == SHEAF_MEMBERSHIP_DEATH)
        return sheaf_card_word (paper, "event", "death");
    }
  return g_strdup ("");
}

static gboolean
add_standing (SheafCardPaper *paper,
              GError        **error)
{
  const SheafMemberState *state = &paper->card->state;
  const char             *language = paper->writer.language;
  SheafMemberKind         kind = state->kind != SHEAF_MEMBER_NONE ? state->kind : state->last_kind;
  const char             *word = sheaf_member_kind_to_word (kind);
  g_autofree char        *kind_text = sheaf_card_word (paper, "kind", word);
  g_autofree char        *joined = sheaf_date_format (state->joined, language);
  g_autofree char        *left = sheaf_date_format (state->left, language);
  g_autofree char        *reason = *left != '\0' ? leaving_reason (paper) : g_strdup ("");
  g_autofree char        *left_text = sheaf_card_join (" – ", left, reason, NULL);
  g_autofree char        *since = sheaf_card_day_text (paper, "agreement-since",
                                                       state->agreement_since);
  g_autofree char        *until = sheaf_card_day_text (paper, "agreement-until",
                                                       state->agreement_until);
  g_autofree char        *none = sheaf_list_text (&paper->writer, "agreement-none", NULL);
  g_autofree char        *agreement = state->agreement ? sheaf_card_join (", ", since, until, NULL)
                                                       : g_strdup (none);

  return add_fact (paper, "kind", kind_text, error) && add_fact (paper, "joined", joined, error) &&
         add_fact (paper, "left", left_text, error) &&
         (*left != '\0' || add_fact (paper, "agreement", agreement, error));
}

static gboolean
add_identity (SheafCardPaper *paper,
              GError        **error)
{
  const SheafMember *member = paper->card->member;
  g_autofree char   *issued = sheaf_card_day_text (paper, "id-issued", member->id_day);
  g_autofree char   *number = sheaf_card_join (
        ", ", member->id_number != NULL ? member->id_number : "", issued,
      member->id_place != NULL ? member->id_place : "", NULL);
  g_autofree char *birth = sheaf_date_format (member->birth, paper->writer.language);
  g_autofree char *gender = sheaf_card_word (paper, "gender", member->gender);
  g_autofree char *born = sheaf_card_join (", ", birth, gender, NULL);
  g_autofree char *country = sheaf_country_name (member->nationality, paper->writer.language);
  g_autofree char *represents = sheaf_card_word (paper, "represents", member->represents);
  g_autofree char *person = sheaf_card_join (
      ", ", member->representative != NULL ? member->representative : "",
      member->representative_id != NULL ? member->representative_id : "", NULL);

  return add_fact (paper, "represents", represents, error) &&
         add_fact (paper, "representative", person, error) &&
         add_fact (paper, "birth", born, error) && add_fact (paper, "id_number", number, error) &&
         add_fact (paper, "nationality", country, error) &&
         add_fact (paper, "tax_code", member->tax_code, error);
}

/* The hamlet stands before the address, which often begins with it. Free with g_free. */
static char *
join_places (const char *hamlet,
             const char *address)
{
  g_autofree char *inner = sheaf_text_fold (hamlet != NULL ? hamlet : "");
  g_autofree char *outer = sheaf_text_fold (address != NULL ? address : "");

  return sheaf_card_join (", ", strstr (outer, inner) == NULL ? hamlet : "",
                          address != NULL ? address : "", NULL);
}

static gboolean
add_places (SheafCardPaper *paper,
            GError        **error)
{
  const SheafMember *member = paper->card->member;
  g_autofree char   *place = join_places (member->hamlet, member->address);
  const SheafBank   *known = member->bank_bin != NULL
                                 ? sheaf_bank_find (paper->writer.book, member->bank_bin)
                                 : NULL;
  const char        *name = known != NULL ? known->name : member->bank_bin;
  g_autofree char   *bank = sheaf_card_join (
        " – ", member->bank_account != NULL ? member->bank_account : "",
      name != NULL ? name : "", NULL);

  return add_fact (paper, "address", place, error) &&
         add_fact (paper, "team", member->team, error) &&
         add_fact (paper, "phone", member->phone, error) && add_fact (paper, "bank", bank, error);
}

gboolean
sheaf_card_write_facts (SheafCardPaper *paper,
                        GError        **error)
{
  return sheaf_card_section (paper, "facts", fact_columns, error) &&
         add_fact (paper, "code", paper->card->member->code, error) &&
         add_fact (paper, "name", paper->card->member->name, error) &&
         add_standing (paper, error) && add_identity (paper, error) && add_places (paper, error);
}

static gboolean
add_amount (SheafCardPaper *paper,
            const char     *key,
            SheafMoney      amount,
            GError        **error)
{
  g_autofree char *name = g_strdup_printf ("summary-%s", key);
  g_autofree char *year = g_strdup_printf ("%d", paper->year);
  g_autofree char *title = sheaf_list_text (&paper->writer, name, "year", year, NULL);
  SheafCell        cells[SHEAF_CARD_CELLS] = { { 0 } };

  sheaf_cell_set_text (&cells[0], title);
  sheaf_cell_set_number (&cells[1], amount.units);
  return sheaf_card_row (paper, SHEAF_ROW_KIND_LINE, cells, error);
}

/* A year that was not over on the card's day says so by its bars. */
static gboolean
write_year (SheafCardPaper *paper,
            int             year,
            SheafCell      *cells,
            GError        **error)
{
  SheafDate      end = sheaf_book_year_end (paper->writer.book, year);
  SheafReportRow row = { .kind = SHEAF_ROW_KIND_LINE,
                         .cells = cells,
                         .unfinished = sheaf_date_cmp (paper->card->on, end) < 0,
                         .party_id = paper->card->party_id };

  return sheaf_report_sink_row (paper->writer.sink, &row, error);
}

static gboolean
write_years (SheafCardPaper *paper,
             GError        **error)
{
  static const int summed[] = { DELIVERIES, SUPPLIES, PAY, SHARE, PAID, -1 };
  const GArray    *years = paper->card->years;
  gint64           sums[N_YEARS] = { 0 };

  if (!sheaf_card_section (paper, "years", year_columns, error))
    return FALSE;
  for (guint i = 0; i < years->len; i++)
    {
      const SheafCardYear *year = &g_array_index (years, SheafCardYear, i);
      gint64               figures[N_YEARS] = { 0,
                                                year->deliveries.units,
                                                year->supplies.units,
                                                year->pay.units,
                                                year->share.units,
                                                year->paid.units,
                                                year->capital.units };
      g_autofree char     *label = g_strdup_printf ("%d", year->year);
      SheafCell            cells[SHEAF_CARD_CELLS] = { { 0 } };

      sheaf_cell_set_text (&cells[YEAR], label);
      for (guint k = DELIVERIES; k < N_YEARS; k++)
        {
          sheaf_cell_set_number (&cells[k], figures[k]);
          sums[k] += figures[k];
        }
      if (!write_year (paper, year->year, cells, error))
        return FALSE;
    }
  return sheaf_card_total (paper, YEAR, sums, summed, error);
}

gboolean
sheaf_card_write_summary (SheafCardPaper *paper,
                          GError        **error)
{
  const SheafCard     *card = paper->card;
  const SheafCardYear *year = sheaf_card_year (card, paper->year);
  SheafMoney           open = sheaf_money_sub (card->balance.committed, card->balance.paid);
  SheafMoney           owes, owed;

  sheaf_card_debts (card, &owes, &owed);
  return sheaf_card_section (paper, "summary", summary_columns, error) &&
         add_amount (paper, "committed", card->balance.committed, error) &&
         add_amount (paper, "paid", card->balance.paid, error) &&
         (open.units == 0 || add_amount (paper, "open", open, error)) &&
         (card->untaxed.units == 0 || add_amount (paper, "untaxed", card->untaxed, error)) &&
         (year == NULL || (add_amount (paper, "deliveries", year->deliveries, error) &&
                           add_amount (paper, "supplies", year->supplies, error) &&
                           add_amount (paper, "pay", year->pay, error))) &&
         add_amount (paper, "owes", owes, error) && add_amount (paper, "owed", owed, error) &&
         write_years (paper, error);
}
