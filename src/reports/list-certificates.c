/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Three parts: what is in force, what ended, what is due. */
#include "reports/list-certificates.h"

#include "base/i18n.h"
#include "capital/certificate-due.h"
#include "members/member.h"
#include "reports/list-writer.h"

static const SheafListColumn force_columns[] = {
  { "number", SHEAF_CELL_TEXT, 13 },
  { "date", SHEAF_CELL_DAY, 10 },
  { "member", SHEAF_CELL_TEXT, 9 },
  { "name", SHEAF_CELL_TEXT, 24 },
  { "id_number", SHEAF_CELL_TEXT, 15 },
  { "amount", SHEAF_CELL_MONEY, 15 },
  { "charter", SHEAF_CELL_MONEY, 16 },
  { "percent", SHEAF_CELL_RATE, 8 },
  { "event", SHEAF_CELL_TEXT, 12 },
  { "replaces", SHEAF_CELL_TEXT, 13 },
  { "reason", SHEAF_CELL_TEXT, 22 },
  { NULL, SHEAF_CELL_TEXT, 0 },
};
static const SheafListColumn ended_columns[] = {
  { "number", SHEAF_CELL_TEXT, 13 },
  { "date", SHEAF_CELL_DAY, 10 },
  { "member", SHEAF_CELL_TEXT, 9 },
  { "name", SHEAF_CELL_TEXT, 26 },
  { "amount", SHEAF_CELL_MONEY, 15 },
  { "ended", SHEAF_CELL_DAY, 11 },
  { "event", SHEAF_CELL_TEXT, 12 },
  { "reason", SHEAF_CELL_TEXT, 40 },
  { NULL, SHEAF_CELL_TEXT, 0 },
};
static const SheafListColumn due_columns[] = {
  { "event", SHEAF_CELL_TEXT, 12 },
  { "member", SHEAF_CELL_TEXT, 9 },
  { "name", SHEAF_CELL_TEXT, 26 },
  { "number", SHEAF_CELL_TEXT, 13 },
  { "amount", SHEAF_CELL_MONEY, 15 },
  { "paid", SHEAF_CELL_MONEY, 15 },
  { "since", SHEAF_CELL_DAY, 11 },
  { "changes", SHEAF_CELL_TEXT, 36 },
  { NULL, SHEAF_CELL_TEXT, 0 },
};

/* Words of what changed, by bit. */
static const char *const change_keys[] = {
  [SHEAF_CERTIFICATE_NAME] = "change_name",
  [SHEAF_CERTIFICATE_ADDRESS] = "change_address",
  [SHEAF_CERTIFICATE_NATIONALITY] = "change_nationality",
  [SHEAF_CERTIFICATE_ID_NUMBER] = "change_id-number",
  [SHEAF_CERTIFICATE_REPRESENTS] = "change_represents",
  [SHEAF_CERTIFICATE_REPRESENTATIVE] = "change_representative",
  [SHEAF_CERTIFICATE_ASSET] = "change_asset",
  [SHEAF_CERTIFICATE_COOP] = "change_coop",
  [SHEAF_CERTIFICATE_COOP_CODE] = "change_coop-code",
  [SHEAF_CERTIFICATE_COOP_ADDRESS] = "change_coop-address",
  [SHEAF_CERTIFICATE_N_TEXTS] = "change_amount",
  [SHEAF_CERTIFICATE_N_TEXTS + 1] = "change_until",
};

/* The word of an event, after "event_" or "due_". Free with g_free. */
static char *
word_of (const SheafListWriter *writer,
         const char            *begin,
         SheafCertificateKind   event)
{
  g_autofree char *key = g_strconcat (begin, sheaf_certificate_kind_to_word (event), NULL);

  return sheaf_list_text (writer, key, NULL);
}

/* The event of an id among all of them; NULL for 0. */
static const SheafCertificate *
find_event (const GPtrArray *events,
            gint64           id)
{
  for (guint i = 0; id != 0 && i < events->len; i++)
    if (((SheafCertificate *) events->pdata[i])->id == id)
      return events->pdata[i];
  return NULL;
}

static gboolean
write_standing (SheafListWriter        *writer,
                const GPtrArray        *events,
                const SheafCertificate *one,
                GError                **error)
{
  const SheafCertificate *before = find_event (events, one->replaces_id);
  g_autofree char        *event = word_of (writer, "event_", one->event);
  SheafCell               cells[G_N_ELEMENTS (force_columns) - 1] = { { 0 } };
  SheafReportRow          row = { .cells = cells, .party_id = one->party_id };

  sheaf_cell_set_text (&cells[0], one->number);
  sheaf_cell_set_day (&cells[1], one->date);
  sheaf_cell_set_text (&cells[2], one->code);
  sheaf_cell_set_text (&cells[3], one->texts[SHEAF_CERTIFICATE_NAME]);
  sheaf_cell_set_text (&cells[4], one->texts[SHEAF_CERTIFICATE_ID_NUMBER]);
  sheaf_cell_set_number (&cells[5], one->amount.units);
  sheaf_cell_set_number (&cells[6], one->charter.units);
  sheaf_cell_set_number (&cells[7], sheaf_certificate_percent (one) * 100);
  sheaf_cell_set_text (&cells[8], event);
  sheaf_cell_set_text (&cells[9], before == NULL ? NULL : before->number);
  sheaf_cell_set_text (&cells[10], one->reason);
  return sheaf_report_sink_row (writer->sink, &row, error);
}

static gboolean
write_in_force (SheafListWriter *writer,
                const GPtrArray *events,
                SheafDate        on,
                GError         **error)
{
  g_autoptr (GPtrArray) standing = sheaf_certificates_on (writer->book, on, error);
  g_autofree char *title = sheaf_list_text (writer, "title_force", NULL);
  g_autofree char *total = sheaf_list_text (writer, "total", NULL);
  SheafCell        cells[G_N_ELEMENTS (force_columns) - 1] = { { 0 } };
  SheafReportRow   row = { .kind = SHEAF_ROW_KIND_TOTAL, .bold = TRUE, .cells = cells };
  SheafMoney       sum = SHEAF_MONEY_ZERO;

  if (standing == NULL || !sheaf_list_section (writer, "force", title, force_columns, error))
    return FALSE;
  for (guint i = 0; i < standing->len; i++)
    {
      const SheafCertificate *one = standing->pdata[i];

      sum = sheaf_money_add (sum, one->amount);
      if (!write_standing (writer, events, one, error))
        return FALSE;
    }
  sheaf_cell_set_text (&cells[3], total);
  sheaf_cell_set_number (&cells[5], sum.units);
  cells[5].sum = TRUE;
  return standing->len == 0 || sheaf_report_sink_row (writer->sink, &row, error);
}

/* What brought the end tells why. */
static const char *
reason_of_end (const GPtrArray        *events,
               const SheafCertificate *one)
{
  for (guint i = 0; i < events->len; i++)
    if (((SheafCertificate *) events->pdata[i])->replaces_id == one->id)
      return ((SheafCertificate *) events->pdata[i])->reason;
  return NULL;
}

static gboolean
write_ended (SheafListWriter *writer,
             const GPtrArray *events,
             SheafDate        on,
             GError         **error)
{
  g_autofree char *title = sheaf_list_text (writer, "title_ended", NULL);
  gboolean         open = FALSE;

  for (guint i = 0; i < events->len; i++)
    {
      const SheafCertificate *one = events->pdata[i];
      g_autofree char        *event = NULL;
      SheafCell               cells[G_N_ELEMENTS (ended_columns) - 1] = { { 0 } };
      SheafReportRow          row = { .cells = cells, .party_id = one->party_id };

      if (sheaf_date_is_none (one->ended) || sheaf_date_cmp (one->ended, on) > 0)
        continue;
      if (!open && !sheaf_list_section (writer, "ended", title, ended_columns, error))
        return FALSE;
      open = TRUE;
      event = word_of (writer, "event_", one->ended_by);
      sheaf_cell_set_text (&cells[0], one->number);
      sheaf_cell_set_day (&cells[1], one->date);
      sheaf_cell_set_text (&cells[2], one->code);
      sheaf_cell_set_text (&cells[3], one->texts[SHEAF_CERTIFICATE_NAME]);
      sheaf_cell_set_number (&cells[4], one->amount.units);
      sheaf_cell_set_day (&cells[5], one->ended);
      sheaf_cell_set_text (&cells[6], event);
      sheaf_cell_set_text (&cells[7], reason_of_end (events, one));
      if (!sheaf_report_sink_row (writer->sink, &row, error))
        return FALSE;
    }
  return TRUE;
}

/* Free with g_free. */
static char *
word_changes (const SheafListWriter *writer,
              guint                  changes)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (change_keys); i++)
    if ((changes & (1u << i)) != 0 && change_keys[i] != NULL)
      {
        g_autofree char *word = sheaf_list_text (writer, change_keys[i], NULL);

        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", word);
      }
  return g_strdup (text->str);
}

static gboolean
write_due (SheafListWriter           *writer,
           const SheafCertificateDue *due,
           GError                   **error)
{
  g_autofree char *event = word_of (writer, "due_", due->event);
  g_autofree char *changes = word_changes (writer, due->changes);
  SheafCell        cells[G_N_ELEMENTS (due_columns) - 1] = { { 0 } };
  SheafReportRow   row = { .cells = cells, .party_id = due->party_id };

  sheaf_cell_set_text (&cells[0], event);
  sheaf_cell_set_text (&cells[1], due->code);
  sheaf_cell_set_text (&cells[2], due->name);
  if (due->standing != NULL)
    {
      sheaf_cell_set_text (&cells[3], due->standing->number);
      sheaf_cell_set_number (&cells[4], due->standing->amount.units);
    }
  sheaf_cell_set_number (&cells[5], due->paid.units);
  if (!sheaf_date_is_none (due->since))
    sheaf_cell_set_day (&cells[6], due->since);
  sheaf_cell_set_text (&cells[7], changes);
  return sheaf_report_sink_row (writer->sink, &row, error);
}

static gboolean
write_dues (SheafListWriter *writer,
            SheafDate        on,
            GError         **error)
{
  g_autoptr (GPtrArray) dues = sheaf_certificates_due (writer->book, on, error);
  g_autofree char *title = sheaf_list_text (writer, "title_due", NULL);

  if (dues == NULL ||
      (dues->len > 0 && !sheaf_list_section (writer, "due", title, due_columns, error)))
    return FALSE;
  for (guint i = 0; i < dues->len; i++)
    if (!write_due (writer, dues->pdata[i], error))
      return FALSE;
  return TRUE;
}

gboolean
sheaf_list_certificates_write (const SheafReport         *report,
                               SheafBook                 *book,
                               const SheafReportQuestion *question,
                               SheafReportSink           *sink,
                               GError                   **error)
{
  SheafDate on = sheaf_list_day (question);
  g_auto (SheafListWriter) writer = { 0 };
  g_autoptr (GPtrArray) events = sheaf_certificate_list (book, 0, error);

  if (events == NULL || !sheaf_list_writer_init (&writer, book, report->code, question, sink, on,
                                                 on, error))
    return FALSE;
  g_ptr_array_unref (writer.head->columns);
  writer.head->columns = sheaf_list_columns (&writer, "force", force_columns);
  return sheaf_report_sink_head (sink, writer.head, error) &&
         write_in_force (&writer, events, on, error) && write_ended (&writer, events, on, error) &&
         write_dues (&writer, on, error) && sheaf_report_sink_finish (sink, error);
}

char *
sheaf_list_certificates_withheld (const SheafReport *report G_GNUC_UNUSED,
                                  SheafBook                *book)
{
  g_autoptr (GPtrArray) members = sheaf_member_list (book, NULL);

  return members != NULL && members->len == 0
             ? g_strdup (_ ("Nobody is a member yet: enter the members first"))
             : NULL;
}
