/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who belonged on a day, with what, under which certificate; below, what was put in and when. */
#include "reports/list-register.h"

#include "base/country.h"
#include "base/order.h"
#include "book/setting.h"
#include "capital/certificate.h"
#include "capital/event.h"
#include "capital/register.h"
#include "capital/timeline.h"
#include "members/member.h"
#include "reports/list-writer.h"

#include <string.h>

static const SheafListColumn member_columns[] = {
  { "number", SHEAF_CELL_COUNT, 4 },
  { "member", SHEAF_CELL_TEXT, 7 },
  { "name", SHEAF_CELL_TEXT, 20 },
  { "identity", SHEAF_CELL_TEXT, 20 },
  { "address", SHEAF_CELL_TEXT, 20 },
  { "kind", SHEAF_CELL_TEXT, 12 },
  { "joined", SHEAF_CELL_DAY, 10 },
  { "left", SHEAF_CELL_DAY, 10 },
  { "committed", SHEAF_CELL_MONEY, 13 },
  { "percent", SHEAF_CELL_RATE, 7 },
  { "paid", SHEAF_CELL_MONEY, 13 },
  { "certificate", SHEAF_CELL_TEXT, 12 },
  { "certificate_day", SHEAF_CELL_DAY, 10 },
  { NULL, SHEAF_CELL_TEXT, 0 },
};
static const SheafListColumn contribution_columns[] = {
  { "date", SHEAF_CELL_DAY, 10 },
  { "member", SHEAF_CELL_TEXT, 8 },
  { "name", SHEAF_CELL_TEXT, 24 },
  { "event", SHEAF_CELL_TEXT, 18 },
  { "asset", SHEAF_CELL_TEXT, 24 },
  { "quantity", SHEAF_CELL_QUANTITY, 9 },
  { "unit", SHEAF_CELL_TEXT, 8 },
  { "amount", SHEAF_CELL_MONEY, 14 },
  { "document", SHEAF_CELL_TEXT, 18 },
  { NULL, SHEAF_CELL_TEXT, 0 },
};
static const SheafListColumn published_columns[] = {
  { "number", SHEAF_CELL_COUNT, 5 },
  { "member", SHEAF_CELL_TEXT, 9 },
  { "name", SHEAF_CELL_TEXT, 32 },
  { "kind", SHEAF_CELL_TEXT, 24 },
  { "committed", SHEAF_CELL_MONEY, 16 },
  { "percent", SHEAF_CELL_RATE, 10 },
  { "paid", SHEAF_CELL_MONEY, 16 },
  { NULL, SHEAF_CELL_TEXT, 0 },
};

typedef struct
{
  const SheafRegisterRow *row;
  const SheafMember      *member;
  char                   *key; /* where it stands in the list */
} Entry;

/* The register of the day, by given name. */
typedef struct
{
  SheafListWriter writer;
  SheafDate       on;
  GPtrArray      *rows;
  GPtrArray      *members;
  GArray         *entries; /* of Entry */
  GHashTable     *by_id;   /* gint64 party id to SheafMember */
} Register;

static void
entry_clear (gpointer data)
{
  g_free (((Entry *) data)->key);
}

static void
register_clear (Register *list)
{
  sheaf_list_writer_clear (&list->writer);
  g_clear_pointer (&list->entries, g_array_unref);
  g_clear_pointer (&list->by_id, g_hash_table_unref);
  g_clear_pointer (&list->rows, g_ptr_array_unref);
  g_clear_pointer (&list->members, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Register, register_clear)

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const Entry *one = a;
  const Entry *other = b;
  int          order = strcmp (one->key, other->key);

  return order != 0 ? order : strcmp (one->row->code, other->row->code);
}

static void
sort_entries (Register *list)
{
  g_autoptr (SheafOrder) order = sheaf_order_new (list->writer.language);

  for (guint i = 0; i < list->members->len; i++)
    {
      SheafMember *member = list->members->pdata[i];

      g_hash_table_insert (list->by_id, &member->party_id, member);
    }
  for (guint i = 0; i < list->rows->len; i++)
    {
      const SheafRegisterRow *row = list->rows->pdata[i];
      const SheafMember      *member = g_hash_table_lookup (list->by_id, &row->party_id);
      /* An organisation has no given name. */
      gboolean    is_body = g_strcmp0 (member->represents, "organisation") == 0;
      const Entry entry = {
        .row = row,
        .member = member,
        .key = sheaf_order_name_key (order, row->name,
                                     is_body ? SHEAF_ORDER_AS_WRITTEN : SHEAF_ORDER_BY_GIVEN),
      };

      g_array_append_val (list->entries, entry);
    }
  g_array_sort (list->entries, compare_entries);
}

static gboolean
register_init (Register                  *list,
               SheafBook                 *book,
               const SheafReport         *report,
               const SheafReportQuestion *question,
               SheafReportSink           *sink,
               GError                   **error)
{
  list->on = sheaf_list_day (question);
  if (!sheaf_list_writer_init (&list->writer, book, report->code, question, sink, list->on,
                               list->on, error))
    return FALSE;
  list->rows = sheaf_register_list (book, list->on, error);
  list->members = list->rows == NULL ? NULL : sheaf_member_list (book, error);
  if (list->members == NULL)
    return FALSE;
  list->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (list->entries, entry_clear);
  list->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  sort_entries (list);
  return TRUE;
}

/* Identity number, day of birth, nationality; of a household or organisation who speaks for it.
 * Free with g_free. */
static char *
word_identity (const Register    *list,
               const SheafMember *member)
{
  g_autofree char *birth = sheaf_date_is_none (member->birth)
                               ? NULL
                               : sheaf_date_format (member->birth, list->writer.language);
  g_autofree char *country = sheaf_country_name (member->nationality, list->writer.language);
  const char      *parts[] = { member->id_number, birth, country, member->representative };
  GString         *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", parts[i]);
  return g_string_free (text, FALSE);
}

/* Free with g_free. */
static char *
word_kind (const Register *list,
           SheafMemberKind kind)
{
  g_autofree char *key = g_strconcat ("kind_", sheaf_member_kind_to_word (kind), NULL);

  return sheaf_list_text (&list->writer, key, NULL);
}

/* Certificates in force by holder: gint64 party id to borrowed SheafCertificate. */
static GHashTable *
find_certificates (const GPtrArray *standing)
{
  GHashTable *found = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < standing->len; i++)
    {
      SheafCertificate *one = standing->pdata[i];

      g_hash_table_insert (found, &one->party_id, one);
    }
  return found;
}

static gboolean
write_member (Register               *list,
              guint                   number,
              const Entry            *entry,
              const SheafCertificate *certificate,
              GError                **error)
{
  const SheafMemberState *state = &entry->row->state;
  g_autofree char        *identity = word_identity (list, entry->member);
  g_autofree char        *kind = word_kind (list, state->last_kind);
  SheafCell               cells[G_N_ELEMENTS (member_columns) - 1] = { { 0 } };
  SheafReportRow          row = { .cells = cells, .party_id = entry->row->party_id };

  sheaf_cell_set_number (&cells[0], number);
  sheaf_cell_set_text (&cells[1], entry->row->code);
  sheaf_cell_set_text (&cells[2], entry->row->name);
  sheaf_cell_set_text (&cells[3], identity);
  sheaf_cell_set_text (&cells[4], entry->member->address != NULL ? entry->member->address
                                                                 : entry->member->hamlet);
  sheaf_cell_set_text (&cells[5], kind);
  sheaf_cell_set_day (&cells[6], state->joined);
  if (!sheaf_date_is_none (state->left))
    sheaf_cell_set_day (&cells[7], state->left);
  sheaf_cell_set_number (&cells[8], entry->row->capital.committed.units);
  sheaf_cell_set_number (&cells[9], entry->row->percent_charter * 100);
  sheaf_cell_set_number (&cells[10], entry->row->capital.paid.units);
  if (certificate != NULL)
    {
      sheaf_cell_set_text (&cells[11], certificate->number);
      sheaf_cell_set_day (&cells[12], certificate->date);
    }
  return sheaf_report_sink_row (list->writer.sink, &row, error);
}

/* The sums of committed and paid-in, under these columns. */
static gboolean
write_total (Register *list,
             guint     n_cells,
             guint     name,
             guint     committed,
             guint     paid,
             GError  **error)
{
  g_autofree SheafCell *cells = g_new0 (SheafCell, n_cells);
  g_autofree char      *total = sheaf_list_text (&list->writer, "total", NULL);
  SheafReportRow        row = { .kind = SHEAF_ROW_KIND_TOTAL, .bold = TRUE, .cells = cells };
  SheafCapitalBalance   sum = { SHEAF_MONEY_ZERO, SHEAF_MONEY_ZERO };

  for (guint i = 0; i < list->rows->len; i++)
    {
      const SheafRegisterRow *one = list->rows->pdata[i];

      sum.committed = sheaf_money_add (sum.committed, one->capital.committed);
      sum.paid = sheaf_money_add (sum.paid, one->capital.paid);
    }
  sheaf_cell_set_text (&cells[name], total);
  sheaf_cell_set_number (&cells[committed], sum.committed.units);
  sheaf_cell_set_number (&cells[paid], sum.paid.units);
  cells[committed].sum = cells[paid].sum = TRUE;
  return sheaf_report_sink_row (list->writer.sink, &row, error);
}

static gboolean
write_members (Register *list,
               GError  **error)
{
  g_autoptr (GPtrArray) standing = sheaf_certificates_on (list->writer.book, list->on, error);
  g_autoptr (GHashTable) certificates = NULL;
  g_autofree char *title = sheaf_list_text (&list->writer, "title_members", NULL);

  if (standing == NULL ||
      !sheaf_list_section (&list->writer, "members", title, member_columns, error))
    return FALSE;
  certificates = find_certificates (standing);
  for (guint i = 0; i < list->entries->len; i++)
    {
      const Entry *entry = &g_array_index (list->entries, Entry, i);

      if (!write_member (list, i + 1, entry,
                         g_hash_table_lookup (certificates, &entry->row->party_id), error))
        return FALSE;
    }
  return write_total (list, G_N_ELEMENTS (member_columns) - 1, 2, 8, 10, error);
}

/* TRUE of what puts something in or takes it out. */
static gboolean
moves (const SheafCapitalEvent *event)
{
  return event->event != SHEAF_CAPITAL_COMMIT && event->event != SHEAF_CAPITAL_REDUCE;
}

/* "Góp vốn"; of a transfer also to whom. Free with g_free. */
static char *
word_event (const Register          *list,
            const SheafCapitalEvent *event)
{
  const SheafMember *to = g_hash_table_lookup (list->by_id, &event->to_party_id);
  g_autofree char   *key = g_strconcat ("event_", sheaf_capital_kind_to_word (event->event), NULL);
  g_autofree char   *name = to == NULL ? NULL : g_strdup_printf ("%s %s", to->code, to->name);

  return sheaf_list_text (&list->writer, key, "to", name != NULL ? name : "", NULL);
}

static gboolean
write_contribution (Register                *list,
                    const SheafCapitalEvent *event,
                    GError                 **error)
{
  const SheafMember *member = g_hash_table_lookup (list->by_id, &event->party_id);
  g_autofree char   *word = word_event (list, event);
  g_autofree char   *money = sheaf_list_text (&list->writer, "money", NULL);
  SheafCell          cells[G_N_ELEMENTS (contribution_columns) - 1] = { { 0 } };
  SheafReportRow     row = { .cells = cells,
                             .party_id = event->party_id,
                             .voucher_id = event->voucher_id };

  sheaf_cell_set_day (&cells[0], event->date);
  sheaf_cell_set_text (&cells[1], member == NULL ? NULL : member->code);
  sheaf_cell_set_text (&cells[2], member == NULL ? NULL : member->name);
  sheaf_cell_set_text (&cells[3], word);
  if (event->event == SHEAF_CAPITAL_PAY_IN_KIND)
    sheaf_cell_set_text (&cells[4], event->asset);
  else if (event->event != SHEAF_CAPITAL_TRANSFER_OUT)
    sheaf_cell_set_text (&cells[4], money);
  if (event->quantity.thousandths != 0)
    sheaf_cell_set_number (&cells[5], event->quantity.thousandths);
  sheaf_cell_set_text (&cells[6], event->unit);
  sheaf_cell_set_number (&cells[7], event->amount.units);
  sheaf_cell_set_text (&cells[8], event->document);
  return sheaf_report_sink_row (list->writer.sink, &row, error);
}

/* When, in what, how much of it and at which value: each asset (Art. 15). */
static gboolean
write_contributions (Register *list,
                     GError  **error)
{
  g_autoptr (GPtrArray) events = sheaf_capital_list (list->writer.book, 0, error);
  g_autofree char *title = sheaf_list_text (&list->writer, "title_contributions", NULL);
  gboolean         open = FALSE;

  for (guint i = 0; events != NULL && i < events->len; i++)
    {
      const SheafCapitalEvent *event = events->pdata[i];

      if (!moves (event) || !sheaf_capital_event_counts (event) ||
          sheaf_date_cmp (event->date, list->on) > 0)
        continue;
      if (!open && !sheaf_list_section (&list->writer, "contributions", title,
                                        contribution_columns, error))
        return FALSE;
      open = TRUE;
      if (!write_contribution (list, event, error))
        return FALSE;
    }
  return events != NULL;
}

/* The co-op's code stands in the register beside name and address (Art. 15). */
static void
add_code (Register *list)
{
  SheafReportHead *head = list->writer.head;
  guint            n = g_strv_length (head->subtitles);
  g_autofree char *code = sheaf_setting_find (list->writer.book, "tax-code");

  if (code == NULL || *code == '\0')
    return;
  head->subtitles = g_renew (char *, head->subtitles, n + 2);
  head->subtitles[n] = sheaf_list_text (&list->writer, "coop_code", "code", code, NULL);
  head->subtitles[n + 1] = NULL;
}

gboolean
sheaf_list_register_write (const SheafReport         *report,
                           SheafBook                 *book,
                           const SheafReportQuestion *question,
                           SheafReportSink           *sink,
                           GError                   **error)
{
  g_auto (Register) list = { .on = SHEAF_DATE_NONE };

  if (!register_init (&list, book, report, question, sink, error))
    return FALSE;
  g_ptr_array_unref (list.writer.head->columns);
  list.writer.head->columns = sheaf_list_columns (&list.writer, "members", member_columns);
  add_code (&list);
  return sheaf_report_sink_head (sink, list.writer.head, error) && write_members (&list, error) &&
         write_contributions (&list, error) && sheaf_report_sink_finish (sink, error);
}

static gboolean
write_published (Register    *list,
                 guint        number,
                 const Entry *entry,
                 GError     **error)
{
  g_autofree char *kind = word_kind (list, entry->row->state.kind);
  SheafCell        cells[G_N_ELEMENTS (published_columns) - 1] = { { 0 } };
  SheafReportRow   row = { .cells = cells, .party_id = entry->row->party_id };

  sheaf_cell_set_number (&cells[0], number);
  sheaf_cell_set_text (&cells[1], entry->row->code);
  sheaf_cell_set_text (&cells[2], entry->row->name);
  sheaf_cell_set_text (&cells[3], kind);
  sheaf_cell_set_number (&cells[4], entry->row->capital.committed.units);
  sheaf_cell_set_number (&cells[5], entry->row->percent_charter * 100);
  sheaf_cell_set_number (&cells[6], entry->row->capital.paid.units);
  return sheaf_report_sink_row (list->writer.sink, &row, error);
}

/* Who has neither promised nor paid in anything holds no part. */
static gboolean
holds (const SheafRegisterRow *row)
{
  return row->capital.committed.units != 0 || row->capital.paid.units != 0;
}

gboolean
sheaf_list_contributions_write (const SheafReport         *report,
                                SheafBook                 *book,
                                const SheafReportQuestion *question,
                                SheafReportSink           *sink,
                                GError                   **error)
{
  g_auto (Register) list = { .on = SHEAF_DATE_NONE };
  guint number = 0;

  if (!register_init (&list, book, report, question, sink, error))
    return FALSE;
  g_ptr_array_unref (list.writer.head->columns);
  list.writer.head->columns = sheaf_list_columns (&list.writer, "published", published_columns);
  if (!sheaf_report_sink_head (sink, list.writer.head, error) ||
      !sheaf_list_section (&list.writer, "published", NULL, published_columns, error))
    return FALSE;
  for (guint i = 0; i < list.entries->len; i++)
    {
      const Entry *entry = &g_array_index (list.entries, Entry, i);

      if (holds (entry->row) && !write_published (&list, ++number, entry, error))
        return FALSE;
    }
  return write_total (&list, G_N_ELEMENTS (published_columns) - 1, 2, 4, 6, error) &&
         sheaf_report_sink_finish (sink, error);
}
