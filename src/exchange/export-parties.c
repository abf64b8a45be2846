/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parties, what was merged, and items. */
#include "exchange/csv-export-private.h"
#include "ledger/merge.h"

static void
write_party (SheafExport      *out,
             const SheafParty *party)
{
  sheaf_export_cell (out, party->code);
  sheaf_export_cell (out, party->name);
  sheaf_export_cell (out, sheaf_party_kind_to_word (party->kind));
  sheaf_export_cell (out, party->tax_code);
  sheaf_export_cell (out, party->id_number);
  sheaf_export_cell (out, party->address);
  sheaf_export_cell (out, party->phone);
  sheaf_export_cell (out, party->bank_bin);
  sheaf_export_cell (out, party->bank_account);
  sheaf_export_end (out);
}

static gboolean
write_parties (SheafExport *out,
               GError     **error)
{
  g_autoptr (GPtrArray) parties = sheaf_party_list_all (out->book, error);

  for (guint i = 0; parties != NULL && i < parties->len; i++)
    {
      const SheafParty *party = g_ptr_array_index (parties, i);

      if (party->kind != SHEAF_PARTY_MEMBER)
        write_party (out, party);
    }
  return parties != NULL;
}

/* Members' too. */
static gboolean
write_former_parties (SheafExport *out,
                      GError     **error)
{
  g_autoptr (GPtrArray) parties = sheaf_party_former_list (out->book, error);

  for (guint i = 0; parties != NULL && i < parties->len; i++)
    write_party (out, parties->pdata[i]);
  return parties != NULL;
}

/* In the order in which they were made, so that they can be made again. */
static gboolean
write_merges (SheafExport *out,
              GError     **error)
{
  g_autoptr (GPtrArray) merges = sheaf_merge_list (out->book, error);

  for (guint i = 0; merges != NULL && i < merges->len; i++)
    {
      const SheafMerge *merge = g_ptr_array_index (merges, i);

      if (!sheaf_export_party (out, merge->party_id, error) ||
          !sheaf_export_party (out, merge->into_id, error))
        return FALSE;
      sheaf_export_cell (out, merge->reason);
      sheaf_export_end (out);
    }
  return merges != NULL;
}

/* An item of a merged party is written as that of who stands for it. */
static gboolean
write_item (SheafExport     *out,
            const SheafItem *item,
            GError         **error)
{
  g_autofree char *rate = item->rate < 0 ? NULL : sheaf_rate_to_text (SHEAF_RATE (item->rate));

  sheaf_export_cell (out, item->code);
  sheaf_export_cell (out, item->name);
  sheaf_export_cell (out, item->kind);
  if (!sheaf_export_party (out, sheaf_party_survivor (out->book, item->party_id), error))
    return FALSE;
  sheaf_export_date (out, item->due);
  sheaf_export_cell (out, item->document);
  sheaf_export_date (out, item->closed);
  sheaf_export_cell (out, rate);
  sheaf_export_date (out, item->since);
  sheaf_export_date (out, item->frozen);
  sheaf_export_cell (out, item->place);
  sheaf_export_end (out);
  return TRUE;
}

/* What rows named without anything being said of it comes into being by these rows again. */
static gboolean
write_items (SheafExport *out,
             GError     **error)
{
  g_autoptr (GPtrArray) items = sheaf_item_list (out->book, NULL, error);

  for (guint i = 0; items != NULL && i < items->len; i++)
    if (!((const SheafItem *) items->pdata[i])->plain && !write_item (out, items->pdata[i], error))
      return FALSE;
  return items != NULL;
}

/* What differed by somebody alone who was merged since says nothing any more. */
static gboolean
says_another (SheafBook       *book,
              const SheafItem *former,
              gboolean        *ret_another,
              GError         **error)
{
  g_autoptr (SheafItem) now = sheaf_item_load (book, former->id, error);
  SheafItem then = *former;

  if (now == NULL)
    return FALSE;
  now->party_id = sheaf_party_survivor (book, now->party_id);
  then.party_id = sheaf_party_survivor (book, then.party_id);
  *ret_another = !sheaf_item_same_facts (now, &then);
  return TRUE;
}

static gboolean
write_former_items (SheafExport *out,
                    GError     **error)
{
  g_autoptr (GPtrArray) items = sheaf_item_former_list (out->book, error);

  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      gboolean another;

      if (!says_another (out->book, items->pdata[i], &another, error) ||
          (another && !write_item (out, items->pdata[i], error)))
        return FALSE;
    }
  return items != NULL;
}

const SheafExportKind sheaf_export_party_kinds[] = {
  { "parties", "code,name,kind,tax_code,id_number,address,phone,bank_bin,bank_account",
    write_parties },
  { "former-parties", "code,name,kind,tax_code,id_number,address,phone,bank_bin,bank_account",
    write_former_parties },
  { "merges", "party,into,reason", write_merges },
  { "items", "code,name,kind,party,due,document,closed,rate,since,frozen,place", write_items },
  { "former-items", "code,name,kind,party,due,document,closed,rate,since,frozen,place",
    write_former_items },
  { NULL, NULL, NULL },
};
