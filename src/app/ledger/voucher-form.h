/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One voucher: typed and posted, or shown as posted and reversed. */
#pragma once

#include "app/page.h"

#define SHEAF_TYPE_VOUCHER_FORM (sheaf_voucher_form_get_type ())
G_DECLARE_FINAL_TYPE (SheafVoucherForm, sheaf_voucher_form, SHEAF, VOUCHER_FORM, AdwBin)

/* The page whose session it works on. */
void sheaf_voucher_form_attach (SheafVoucherForm *form,
                                SheafPage        *page);

/* Accounts and parties again, as after a change of the book. */
void sheaf_voucher_form_refresh (SheafVoucherForm *form);

/* An empty voucher to type; what was being typed stays when there is something. */
void sheaf_voucher_form_begin (SheafVoucherForm *form);

/* Reads and shows a posted voucher. */
void sheaf_voucher_form_show (SheafVoucherForm *form,
                              gint64            id);

/* Opens a draft with every cell as it was typed. */
void sheaf_voucher_form_open_draft (SheafVoucherForm *form,
                                    gint64            id);

/* Fills an entry that is due from its template. */
void sheaf_voucher_form_open_due (SheafVoucherForm *form,
                                  const char       *template_name,
                                  SheafDate         due);

/* TRUE while a new voucher is typed. "state-changed" comes when that changes, "posted" (gint64 id)
 * after a posting or reversal, "drafts-changed" when a draft was saved first or went. */
gboolean  sheaf_voucher_form_is_typing (SheafVoucherForm *form);
SheafDate sheaf_voucher_form_get_posted_day (SheafVoucherForm *form);
