/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Vouchers first: they are what is looked for most. */
#include "app/search/search-kinds.h"

#include "base/i18n.h"

static const struct
{
  SheafSearchKind kind;
  const char     *title;
  const char     *page;   /* NULL: there is none */
  const char     *detail; /* NULL: the code */
} kinds[] = {
  { SHEAF_SEARCH_VOUCHER, N_ ("Vouchers"), "vouchers", NULL },
  { SHEAF_SEARCH_DRAFT, N_ ("Drafts"), "vouchers", "drafts" },
  { SHEAF_SEARCH_MEMBER, N_ ("Members"), "members", NULL },
  { SHEAF_SEARCH_PARTY, N_ ("Parties"), "parties", NULL },
  { SHEAF_SEARCH_ITEM, N_ ("Items"), "items", NULL },
  { SHEAF_SEARCH_ACCOUNT, N_ ("Accounts"), "accounts", NULL },
  { SHEAF_SEARCH_TEMPLATE, N_ ("Templates"), "vouchers", "templates" },
  { SHEAF_SEARCH_PRODUCT, N_ ("Products"), NULL, NULL },
};

guint
sheaf_search_kinds (void)
{
  return G_N_ELEMENTS (kinds);
}

SheafSearchKind
sheaf_search_kind_at (guint place)
{
  g_return_val_if_fail (place < G_N_ELEMENTS (kinds), SHEAF_SEARCH_VOUCHER);

  return kinds[place].kind;
}

static guint
place_of (SheafSearchKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].kind == kind)
      return i;
  g_assert_not_reached ();
}

const char *
sheaf_search_kind_title (SheafSearchKind kind)
{
  return _ (kinds[place_of (kind)].title);
}

gboolean
sheaf_search_hit_place (const SheafSearchHit *hit,
                        const char          **ret_page,
                        char                **ret_detail)
{
  guint place = place_of (hit->kind);

  if (kinds[place].page == NULL)
    return FALSE;
  *ret_page = kinds[place].page;
  if (hit->kind == SHEAF_SEARCH_VOUCHER)
    {
      g_autofree char *day = sheaf_date_to_text (hit->day);

      *ret_detail = g_strdup_printf ("%s %" G_GINT64_FORMAT, day, hit->id);
    }
  else
    *ret_detail = g_strdup (kinds[place].detail != NULL ? kinds[place].detail : hit->title);
  return TRUE;
}
