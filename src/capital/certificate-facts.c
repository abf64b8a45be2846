/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the register knows of holders and the co-op, read once for any number of certificates. */
#include "capital/certificate-private.h"

#include "base/i18n.h"
#include "book/setting.h"
#include "capital/certificate-sql.h"
#include "capital/error.h"
#include "capital/event.h"
#include "capital/timeline.h"
#include "store/query.h"

/* The holder's own texts come in the order of SheafCertificateText. */
#define N_HOLDER_TEXTS (SHEAF_CERTIFICATE_REPRESENTATIVE + 1)

typedef struct
{
  gint64 party_id;
  char  *code;
  char  *texts[N_HOLDER_TEXTS];
} Holder;

typedef struct
{
  gint64    party_id;
  SheafDate date;
  char     *asset;
  SheafDate until;
} Right;

struct _SheafCertificateFacts
{
  SheafBook  *book;
  GHashTable *holders; /* id to Holder */
  GArray     *people;  /* ids in code order */
  GPtrArray  *events;
  GHashTable *persons; /* id to events of the person */
  GHashTable *spans;   /* id to GArray of SheafMemberSpan */
  GArray     *rights;  /* of Right */
  char       *coop[SHEAF_CERTIFICATE_N_TEXTS];
  SheafDate   charter_day; /* that charter is of */
  SheafMoney  charter;
};

static void
holder_free (gpointer data)
{
  Holder *holder = data;

  g_free (holder->code);
  for (guint i = 0; i < N_HOLDER_TEXTS; i++)
    g_free (holder->texts[i]);
  g_free (holder);
}

static void
right_clear (gpointer data)
{
  g_free (((Right *) data)->asset);
}

void
sheaf_certificate_facts_free (SheafCertificateFacts *facts)
{
  if (facts == NULL)
    return;
  g_hash_table_unref (facts->holders);
  g_array_unref (facts->people);
  g_clear_pointer (&facts->persons, g_hash_table_unref);
  g_clear_pointer (&facts->spans, g_hash_table_unref);
  g_clear_pointer (&facts->events, g_ptr_array_unref);
  g_array_unref (facts->rights);
  for (guint i = 0; i < SHEAF_CERTIFICATE_N_TEXTS; i++)
    g_free (facts->coop[i]);
  g_free (facts);
}

static char *
read_text (const SheafQuery *query,
           guint             column)
{
  const char *text = sheaf_query_text (query, column);

  return *text == '\0' ? NULL : g_strdup (text);
}

/* name, address, nationality, identity number, represents, representative: as the texts go. */
static gboolean
read_holders (SheafCertificateFacts *facts,
              GError               **error)
{
  g_autoptr (SheafQuery) query = sheaf_query_new (sheaf_book_store (facts->book),
                                                  CERTIFICATE_HOLDERS, SHEAF_NO_ARGS, error);

  if (query == NULL)
    return FALSE;
  while (sheaf_query_next (query, NULL))
    {
      Holder *holder = g_new0 (Holder, 1);

      holder->party_id = sheaf_query_int (query, 0);
      holder->code = g_strdup (sheaf_query_text (query, 1));
      for (guint i = 0; i < N_HOLDER_TEXTS; i++)
        holder->texts[i] = read_text (query, 2 + i);
      g_hash_table_insert (facts->holders, &holder->party_id, holder);
      g_array_append_val (facts->people, holder->party_id);
    }
  return sheaf_query_finish (query, error);
}

static gboolean
read_rights (SheafCertificateFacts *facts,
             GError               **error)
{
  g_autoptr (SheafQuery) query = sheaf_query_new (sheaf_book_store (facts->book),
                                                  CERTIFICATE_RIGHTS, SHEAF_NO_ARGS, error);

  if (query == NULL)
    return FALSE;
  while (sheaf_query_next (query, NULL))
    {
      Right right = { sheaf_query_int (query, 0), sheaf_query_date (query, 1),
                      read_text (query, 2), sheaf_query_date (query, 3) };

      g_array_append_val (facts->rights, right);
    }
  return sheaf_query_finish (query, error);
}

/* A setting, NULL where it is empty. */
static char *
read_setting (SheafBook  *book,
              const char *key)
{
  char *value = sheaf_setting_find (book, key);

  if (value != NULL && *value == '\0')
    g_clear_pointer (&value, g_free);
  return value;
}

static void
read_coop (SheafCertificateFacts *facts)
{
  facts->coop[SHEAF_CERTIFICATE_COOP] = read_setting (facts->book, "name");
  facts->coop[SHEAF_CERTIFICATE_COOP_CODE] = read_setting (facts->book, "tax-code");
  facts->coop[SHEAF_CERTIFICATE_COOP_ADDRESS] = read_setting (facts->book, "address");
  facts->coop[SHEAF_CERTIFICATE_PLACE] = read_setting (facts->book, "province");
  facts->coop[SHEAF_CERTIFICATE_SIGNER] = read_setting (facts->book, "legal-representative");
  if (facts->coop[SHEAF_CERTIFICATE_SIGNER] == NULL)
    facts->coop[SHEAF_CERTIFICATE_SIGNER] = read_setting (facts->book, "director");
}

SheafCertificateFacts *
sheaf_certificate_facts_load (SheafBook *book,
                              GError   **error)
{
  g_autoptr (SheafCertificateFacts) facts = g_new0 (SheafCertificateFacts, 1);

  facts->book = book;
  facts->charter_day = SHEAF_DATE_NONE;
  facts->holders = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, holder_free);
  facts->people = g_array_new (FALSE, FALSE, sizeof (gint64));
  facts->rights = g_array_new (FALSE, FALSE, sizeof (Right));
  g_array_set_clear_func (facts->rights, right_clear);
  facts->events = sheaf_capital_list (book, 0, error);
  facts->spans = facts->events == NULL ? NULL : sheaf_member_spans_all (book, error);
  if (facts->spans == NULL || !read_holders (facts, error) || !read_rights (facts, error))
    return NULL;
  facts->persons = sheaf_capital_by_person (facts->events);
  read_coop (facts);
  return g_steal_pointer (&facts);
}

const GArray *
sheaf_certificate_facts_people (const SheafCertificateFacts *facts)
{
  return facts->people;
}

const char *
sheaf_certificate_facts_code (const SheafCertificateFacts *facts,
                              gint64                       party_id)
{
  const Holder *holder = g_hash_table_lookup (facts->holders, &party_id);

  return holder == NULL ? "?" : holder->code;
}

const char *
sheaf_certificate_facts_name (const SheafCertificateFacts *facts,
                              gint64                       party_id)
{
  const Holder *holder = g_hash_table_lookup (facts->holders, &party_id);

  return holder == NULL ? "?" : holder->texts[SHEAF_CERTIFICATE_NAME];
}

static gboolean
is_contributing (SheafMemberKind kind)
{
  return kind == SHEAF_MEMBER_OFFICIAL || kind == SHEAF_MEMBER_CONTRIBUTING;
}

/* The first day after which the person contributed no more, looking back from the day. */
static SheafDate
find_end (const GArray *spans,
          SheafDate     day)
{
  SheafDate end = SHEAF_DATE_NONE;

  for (guint i = 0; i < spans->len; i++)
    {
      const SheafMemberSpan *span = &g_array_index (spans, SheafMemberSpan, i);

      if (sheaf_date_cmp (span->from, day) > 0)
        break;
      if (is_contributing (span->state.kind))
        end = SHEAF_DATE_NONE;
      else if (sheaf_date_is_none (end) && i > 0)
        end = span->from;
    }
  return end;
}

SheafCertificateStanding
sheaf_certificate_facts_on (const SheafCertificateFacts *facts,
                            gint64                       party_id,
                            SheafDate                    day)
{
  const GArray            *spans = g_hash_table_lookup (facts->spans, &party_id);
  const GPtrArray         *events = g_hash_table_lookup (facts->persons, &party_id);
  SheafCertificateStanding standing = { .changed = SHEAF_DATE_NONE, .ended = SHEAF_DATE_NONE };

  standing.contributes = is_contributing (sheaf_member_spans_on (spans, day).kind);
  standing.ended = spans == NULL ? SHEAF_DATE_NONE : find_end (spans, day);
  standing.capital = sheaf_capital_sum (events, party_id, day);
  standing.fully_paid = standing.capital.paid.units > 0 &&
                        sheaf_money_cmp (standing.capital.paid, standing.capital.committed) >= 0;
  for (guint i = 0; events != NULL && i < events->len; i++)
    {
      const SheafCapitalEvent *event = g_ptr_array_index (events, i);

      if (sheaf_date_cmp (event->date, day) <= 0)
        standing.changed = event->date;
    }
  return standing;
}

static SheafMoney
find_charter (SheafCertificateFacts *facts,
              SheafDate              day)
{
  if (sheaf_date_is_none (facts->charter_day) || sheaf_date_cmp (facts->charter_day, day) != 0)
    {
      facts->charter = sheaf_capital_sum_all (facts->events, day).committed;
      facts->charter_day = day;
    }
  return facts->charter;
}

/* The rights of use that count on the day: what may be used, and the earliest end of them. */
static char *
find_rights (const SheafCertificateFacts *facts,
             gint64                       party_id,
             SheafDate                    day,
             SheafDate                   *ret_until)
{
  g_autoptr (GString) assets = g_string_new (NULL);

  *ret_until = SHEAF_DATE_NONE;
  for (guint i = 0; i < facts->rights->len; i++)
    {
      const Right *right = &g_array_index (facts->rights, Right, i);

      if (right->party_id != party_id || sheaf_date_cmp (right->date, day) > 0)
        continue;
      if (right->asset != NULL)
        g_string_append_printf (assets, "%s%s", assets->len > 0 ? "; " : "", right->asset);
      if (sheaf_date_is_none (*ret_until) || sheaf_date_cmp (right->until, *ret_until) < 0)
        *ret_until = right->until;
    }
  return assets->len == 0 ? NULL : g_strdup (assets->str);
}

void
sheaf_certificate_facts_fill (SheafCertificateFacts *facts,
                              SheafCertificate      *certificate)
{
  const Holder    *holder = g_hash_table_lookup (facts->holders, &certificate->party_id);
  const GPtrArray *events = g_hash_table_lookup (facts->persons, &certificate->party_id);
  SheafDate        until;
  g_autofree char *asset =
      find_rights (facts, certificate->party_id, certificate->date, &until);

  if (certificate->amount.units == 0)
    certificate->amount =
        sheaf_capital_sum (events, certificate->party_id, certificate->date).paid;
  if (certificate->charter.units == 0)
    certificate->charter = find_charter (facts, certificate->date);
  /* Who gives the co-op's name gives all that the paper says. */
  if (sheaf_date_is_none (certificate->until) &&
      certificate->texts[SHEAF_CERTIFICATE_COOP] == NULL)
    certificate->until = until;
  for (guint i = 0; i < SHEAF_CERTIFICATE_N_TEXTS; i++)
    {
      const char *fact = i == SHEAF_CERTIFICATE_ASSET           ? asset
                         : i < N_HOLDER_TEXTS && holder != NULL ? holder->texts[i]
                                                                : facts->coop[i];

      if (certificate->texts[i] == NULL)
        certificate->texts[i] = g_strdup (fact);
    }
}

static gboolean
is_same_text (const char *one,
              const char *other)
{
  return g_strcmp0 (one != NULL ? one : "", other != NULL ? other : "") == 0;
}

guint
sheaf_certificate_compare (const SheafCertificate *one,
                           const SheafCertificate *other)
{
  guint changes = 0;

  for (guint i = 0; i < SHEAF_CERTIFICATE_N_TEXTS; i++)
    if (i != SHEAF_CERTIFICATE_PLACE && i != SHEAF_CERTIFICATE_SIGNER &&
        !is_same_text (one->texts[i], other->texts[i]))
      changes |= 1u << i;
  if (sheaf_money_cmp (one->amount, other->amount) != 0)
    changes |= SHEAF_CERTIFICATE_CHANGED_AMOUNT;
  if (sheaf_date_cmp (one->until, other->until) != 0)
    changes |= SHEAF_CERTIFICATE_CHANGED_UNTIL;
  return changes;
}

guint
sheaf_certificate_facts_compare (SheafCertificateFacts  *facts,
                                 const SheafCertificate *certificate,
                                 SheafDate               day)
{
  g_autoptr (SheafCertificate) now = sheaf_certificate_new ();

  now->party_id = certificate->party_id;
  now->date = day;
  sheaf_certificate_facts_fill (facts, now);
  return sheaf_certificate_compare (certificate, now);
}

gboolean
sheaf_certificate_is_due_for_exchange (const SheafCertificate         *certificate,
                                       const SheafCertificateStanding *standing,
                                       guint                           changes)
{
  return changes != 0 &&
         (standing->fully_paid ||
          sheaf_money_cmp (standing->capital.paid, certificate->amount) < 0);
}

SheafCertificate *
sheaf_certificate_draft (SheafBook *book,
                         gint64     party_id,
                         SheafDate  day,
                         GError   **error)
{
  g_autoptr (SheafCertificateFacts) facts = NULL;
  g_autoptr (SheafCertificate) draft = sheaf_certificate_new ();

  g_return_val_if_fail (book != NULL && !sheaf_date_is_none (day), NULL);
  facts = sheaf_certificate_facts_load (book, error);
  if (facts == NULL)
    return NULL;
  if (g_hash_table_lookup (facts->holders, &party_id) == NULL)
    {
      g_set_error (error, SHEAF_CAPITAL_ERROR, SHEAF_CAPITAL_ERROR_NOT_FOUND,
                   _ ("only members hold certificates: choose one from the register"));
      return NULL;
    }
  draft->party_id = party_id;
  draft->date = day;
  draft->event = SHEAF_CERTIFICATE_ISSUE;
  draft->code = g_strdup (sheaf_certificate_facts_code (facts, party_id));
  sheaf_certificate_facts_fill (facts, draft);
  return g_steal_pointer (&draft);
}
