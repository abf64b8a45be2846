/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Judges new events of certificates, one after the other, and makes of each what will be kept. */
#include "capital/certificate-check.h"

#include "base/i18n.h"
#include "base/text.h"

#define LONGEST_NUMBER 40

static void G_GNUC_PRINTF (5, 6)
    add (const SheafCertificateCheck *check,
         SheafProblemKind             kind,
         const SheafCertificate      *event,
         const char                  *column,
         const char                  *format,
         ...)
{
  g_autofree char *text = NULL;
  va_list          args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  sheaf_problems_add (check->problems, kind, check->file, event->line, column, "%s", text);
}

/* What a member cannot hold is refused; of a paper that is there already, all of it given, it is
 * only told. */
static SheafProblemKind
unfit (const SheafCertificate *event)
{
  return event->texts[SHEAF_CERTIFICATE_COOP] != NULL ? SHEAF_PROBLEM_WARNING
                                                      : SHEAF_PROBLEM_ERROR;
}

static gboolean
is_empty (const char *text)
{
  return text == NULL || *text == '\0';
}

static gboolean
check_fields (const SheafCertificateCheck *check,
              const SheafCertificate      *event)
{
  guint before = check->problems->errors;

  if (event->party_id == 0)
    add (check, SHEAF_PROBLEM_ERROR, event, "member",
         _ ("no member is named: give the code of one"));
  if (sheaf_date_is_none (event->date))
    add (check, SHEAF_PROBLEM_ERROR, event, "date",
         _ ("the day is missing: give one as YYYY-MM-DD"));
  else if (sheaf_date_cmp (event->date, sheaf_book_today (check->book)) > 0)
    add (check, unfit (event), event, "date",
         _ ("the day lies after today: give the day on which the paper is signed"));
  if (event->event < SHEAF_CERTIFICATE_ISSUE || event->event > SHEAF_CERTIFICATE_WITHDRAW)
    add (check, SHEAF_PROBLEM_ERROR, event, "event",
         _ ("the event is missing: use issue, reissue, exchange or withdraw"));
  if ((event->event == SHEAF_CERTIFICATE_REISSUE || event->event == SHEAF_CERTIFICATE_WITHDRAW) &&
      is_empty (event->reason))
    add (check, SHEAF_PROBLEM_ERROR, event, "reason",
         _ ("a reason is needed: say why the certificate ends, such as lost, damaged, "
            "membership ended"));
  if (event->amount.units < 0 || event->charter.units < 0 ||
      (event->charter.units > 0 && event->amount.units > event->charter.units))
    add (check, SHEAF_PROBLEM_ERROR, event, "amount",
         _ ("the contribution cannot be above the charter capital: correct the amounts"));
  return check->problems->errors == before;
}

static gboolean
is_one_line (const char *text)
{
  for (; *text != '\0'; text++)
    if (g_ascii_iscntrl (*text))
      return FALSE;
  return TRUE;
}

/* Numbers that are given are taken before any is chosen. */
static void
take_number (SheafCertificateCheck *check,
             SheafCertificate      *event)
{
  char *number = event->event == SHEAF_CERTIFICATE_WITHDRAW || is_empty (event->number)
                     ? NULL
                     : sheaf_text_clean (event->number, -1);

  if (number == NULL)
    return;
  g_free (event->number);
  event->number = number;
  if (g_utf8_strlen (number, -1) > LONGEST_NUMBER)
    add (check, SHEAF_PROBLEM_ERROR, event, "number",
         _ ("a certificate’s number has at most %d letters"), LONGEST_NUMBER);
  else if (!is_one_line (number))
    add (check, SHEAF_PROBLEM_ERROR, event, "number",
         _ ("a certificate’s number stands on one line: leave tabs and line ends out"));
  else if (!sheaf_certificate_numbers_take (check->numbers, number))
    add (check, SHEAF_PROBLEM_ERROR, event, "number",
         _ ("the number %s was given to a certificate already: take another one, or leave "
            "it empty for the next"),
         number);
}

/* Whether the event can follow on what the person had. */
static gboolean
check_order (const SheafCertificateCheck *check,
             const SheafCertificate      *event,
             const SheafCertificate      *last,
             const SheafCertificate      *standing)
{
  const char      *code = sheaf_certificate_facts_code (check->facts, event->party_id);
  g_autofree char *day = last == NULL ? NULL : sheaf_date_to_text (last->date);
  guint            before = check->problems->errors;

  if (last != NULL && sheaf_date_cmp (event->date, last->date) < 0)
    add (check, SHEAF_PROBLEM_ERROR, event, "date",
         _ ("the certificate of %s changed last on %s: give this day or a later one"), code,
         day);
  else if (event->event == SHEAF_CERTIFICATE_ISSUE && standing != NULL)
    add (check, SHEAF_PROBLEM_ERROR, event, "event",
         _ ("%s holds certificate %s already: exchange it where its content changed, "
            "reissue it where it was lost or damaged"),
         code, standing->number);
  else if (event->event != SHEAF_CERTIFICATE_ISSUE && standing == NULL && last != NULL)
    add (check, SHEAF_PROBLEM_ERROR, event, "event",
         _ ("the certificate of %s was withdrawn on %s already: issue a new one"), code,
         day);
  else if (event->event != SHEAF_CERTIFICATE_ISSUE && standing == NULL)
    add (check, SHEAF_PROBLEM_ERROR, event, "event", _ ("%s holds no certificate: issue one first"),
         code);
  else if (event->event == SHEAF_CERTIFICATE_WITHDRAW && !is_empty (event->number) &&
           g_ascii_strcasecmp (event->number, standing->number) != 0)
    add (check, SHEAF_PROBLEM_ERROR, event, "number",
         _ ("%s holds certificate %s, not %s: give that number, or none"), code,
         standing->number, event->number);
  return check->problems->errors == before;
}

static void
tell_unpaid (const SheafCertificateCheck    *check,
             const SheafCertificate         *event,
             const SheafCertificateStanding *standing)
{
  const char      *code = sheaf_certificate_facts_code (check->facts, event->party_id);
  g_autofree char *day = sheaf_date_to_text (event->date);

  if (standing->capital.committed.units == 0 && standing->capital.paid.units == 0)
    add (check, unfit (event), event, "member",
         _ ("%s has no contribution on %s: enter what was promised and paid first"), code,
         day);
  else
    add (check, unfit (event), event, "member",
         _ ("%s has paid in %s of %s"
            " promised by %s: a certificate is for a contribution fully paid (Law "
            "17/2023/QH15 Art. 75), so enter the payment first, or lower the commitment"),
         code, sheaf_money_word (standing->capital.paid).text,
         sheaf_money_word (standing->capital.committed).text, day);
}

/* Whether the person may hold the paper on the day. */
static gboolean
check_standing (const SheafCertificateCheck    *check,
                const SheafCertificate         *event,
                const SheafCertificate         *old,
                const SheafCertificateStanding *standing)
{
  const char      *code = sheaf_certificate_facts_code (check->facts, event->party_id);
  g_autofree char *day = sheaf_date_to_text (event->date);
  gboolean         is_less =
      old != NULL && sheaf_money_cmp (standing->capital.paid, old->amount) < 0;
  guint before = check->problems->errors;

  if (!standing->contributes)
    add (check, unfit (event), event, "member",
         _ ("%s is no official or contributing associate member on %s: correct the day or "
            "the code, or enter the joining first"),
         code, day);
  else if (standing->capital.paid.units <= 0 ||
           (!standing->fully_paid && event->event != SHEAF_CERTIFICATE_REISSUE && !is_less))
    tell_unpaid (check, event, standing);
  return check->problems->errors == before;
}

/* A reissue says what the lost paper said, as of its own day; all else what the register says. */
static void
fill (const SheafCertificateCheck *check,
      SheafCertificate            *event,
      const SheafCertificate      *old)
{
  if (event->event == SHEAF_CERTIFICATE_REISSUE &&
      event->texts[SHEAF_CERTIFICATE_COOP] == NULL)
    {
      if (event->amount.units == 0)
        event->amount = old->amount;
      event->until = old->until;
      for (guint i = 0; i < SHEAF_CERTIFICATE_PLACE; i++)
        if (event->texts[i] == NULL)
          event->texts[i] = g_strdup (old->texts[i] != NULL ? old->texts[i] : "");
    }
  sheaf_certificate_facts_fill (check->facts, event);
}

/* The content of the new paper beside that of the old one and the register. */
static void
check_content (const SheafCertificateCheck    *check,
               SheafCertificate               *event,
               const SheafCertificate         *old,
               const SheafCertificateStanding *standing)
{
  const char *code = sheaf_certificate_facts_code (check->facts, event->party_id);
  gboolean    given = event->texts[SHEAF_CERTIFICATE_COOP] != NULL;
  guint       changes;

  fill (check, event, old);
  changes = event->event == SHEAF_CERTIFICATE_REISSUE && !given
                ? sheaf_certificate_facts_compare (check->facts, event, event->date)
                : 0;
  if (old != NULL && sheaf_certificate_is_due_for_exchange (event, standing, changes))
    {
      g_autofree char *what = sheaf_certificate_changes_text (changes);

      add (check, SHEAF_PROBLEM_ERROR, event, "event",
           _ ("what certificate %s says has changed (%s): exchange it instead"), old->number,
           what);
    }
  else if (old != NULL && event->event == SHEAF_CERTIFICATE_EXCHANGE &&
           sheaf_certificate_compare (event, old) == 0)
    add (check, SHEAF_PROBLEM_ERROR, event, "event",
         _ ("nothing that certificate %s says has changed: reissue it where it was lost or "
            "damaged"),
         old->number);
  else if (sheaf_money_cmp (event->amount, standing->capital.paid) != 0)
    add (check, SHEAF_PROBLEM_WARNING, event, "amount",
         _ ("the certificate of %s says %s"
            ", the register %s"
            " on its day: compare with the paper"),
         code, sheaf_money_word (event->amount).text,
         sheaf_money_word (standing->capital.paid).text);
}

/* Nothing of a withdrawal is printed. */
static void
check_withdrawal (const SheafCertificateCheck    *check,
                  SheafCertificate               *event,
                  const SheafCertificateStanding *standing)
{
  const char *code = sheaf_certificate_facts_code (check->facts, event->party_id);

  g_clear_pointer (&event->number, g_free);
  event->amount = event->charter = SHEAF_MONEY_ZERO;
  event->until = SHEAF_DATE_NONE;
  for (guint i = 0; i < SHEAF_CERTIFICATE_N_TEXTS; i++)
    g_clear_pointer (&event->texts[i], g_free);
  if (standing->contributes && standing->capital.paid.units > 0)
    add (check, SHEAF_PROBLEM_WARNING, event, "event",
         _ ("%s is still a member with capital paid in: a new certificate is due"), code);
}

static void
check_event (SheafCertificateCheck *check,
             SheafCertificate      *event)
{
  SheafCertificate *last = g_hash_table_lookup (check->last, &event->party_id);
  SheafCertificate *old =
      last != NULL && last->event != SHEAF_CERTIFICATE_WITHDRAW ? last : NULL;
  SheafCertificateStanding standing;

  g_ptr_array_add (check->olds, old);
  if (!check_fields (check, event) || !check_order (check, event, last, old))
    return;
  standing = sheaf_certificate_facts_on (check->facts, event->party_id, event->date);
  if (event->event == SHEAF_CERTIFICATE_WITHDRAW)
    check_withdrawal (check, event, &standing);
  else if (check_standing (check, event, old, &standing))
    check_content (check, event, old, &standing);
  if (event->event != SHEAF_CERTIFICATE_WITHDRAW && is_empty (event->number))
    {
      g_free (event->number);
      event->number = sheaf_certificate_numbers_next (check->numbers, event->date);
    }
  g_hash_table_replace (check->last, &event->party_id, event);
}

void
sheaf_certificate_check_clear (SheafCertificateCheck *check)
{
  g_clear_pointer (&check->last, g_hash_table_unref);
  g_clear_pointer (&check->olds, g_ptr_array_unref);
  g_clear_pointer (&check->filled, g_ptr_array_unref);
  g_clear_pointer (&check->known, g_ptr_array_unref);
  g_clear_pointer (&check->facts, sheaf_certificate_facts_free);
  g_clear_pointer (&check->numbers, sheaf_certificate_numbers_free);
}

gboolean
sheaf_certificate_check_run (SheafCertificateCheck *check,
                             const GPtrArray       *certificates,
                             GError               **error)
{
  check->known = sheaf_certificate_list (check->book, 0, error);
  check->facts = check->known == NULL ? NULL : sheaf_certificate_facts_load (check->book, error);
  check->numbers =
      check->facts == NULL ? NULL : sheaf_certificate_numbers_load (check->book, error);
  if (check->numbers == NULL)
    return FALSE;
  check->olds = g_ptr_array_new ();
  check->filled = g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_certificate_free);
  check->last = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < check->known->len; i++)
    g_hash_table_replace (check->last, &((SheafCertificate *) check->known->pdata[i])->party_id,
                          check->known->pdata[i]);
  for (guint i = 0; i < certificates->len; i++)
    {
      SheafCertificate *event = sheaf_certificate_copy (certificates->pdata[i]);

      g_ptr_array_add (check->filled, event);
      take_number (check, event);
    }
  for (guint i = 0; i < check->filled->len; i++)
    check_event (check, check->filled->pdata[i]);
  return TRUE;
}

gboolean
sheaf_certificate_check (SheafBook       *book,
                         const GPtrArray *certificates,
                         const char      *file,
                         SheafProblems   *problems,
                         GError         **error)
{
  g_auto (SheafCertificateCheck) check = { .book = book, .file = file, .problems = problems };

  g_return_val_if_fail (book != NULL && certificates != NULL && problems != NULL, FALSE);
  return sheaf_certificate_check_run (&check, certificates, error);
}
