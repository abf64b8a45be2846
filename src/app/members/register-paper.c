/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Both are reports of the core, of a day. */
#include "app/members/register-paper.h"

#include "app/documents/paper-dialog.h"
#include "base/i18n.h"

static void
show_report (SheafPage  *page,
             const char *code,
             const char *title,
             SheafDate   day)
{
  const SheafReportQuestion question = { .from = SHEAF_DATE_NONE,
                                         .to = day,
                                         .year = sheaf_date_year (day) };
  SheafReportWish          *wish = sheaf_report_wish_new (code, &question);

  gtk_window_present (GTK_WINDOW (sheaf_paper_dialog_new_for_report (page, wish, title)));
  sheaf_report_wish_free (wish);
}

void
sheaf_register_paper_show (SheafPage *page,
                           SheafDate  day)
{
  show_report (page, "member-register", _ ("Register of members"), day);
}

void
sheaf_contributions_paper_show (SheafPage *page,
                                SheafDate  day)
{
  show_report (page, "contributions", _ ("List of contributions"), day);
}
