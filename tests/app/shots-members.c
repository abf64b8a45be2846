/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The register, members' capital and the grid of many rows, with what they ask and refuse. */
#include "shots.h"

#include "window-fixture.h"

#include "app/capital/capital-page.h"
#include "app/capital/event-form.h"
#include "app/grid/grid-view.h"
#include "app/members/members-page.h"

/* Rows as they come from a spreadsheet, one of them wrong. */
static void
take_grid (SheafWindow     *window,
           const char      *kind,
           const char      *pasted,
           gboolean         dark,
           const ShotsSize *size)
{
  g_autofree char *name = g_strconcat ("grid-", kind, NULL);
  GtkWidget       *dialog;
  SheafGridTable  *table;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.enter-many", "s", kind);
  shots_wait ();
  dialog = shots_find_dialog (GTK_WIDGET (window));
  table = sheaf_grid_view_get_table (SHEAF_GRID_VIEW (
      window_fixture_find (dialog, SHEAF_TYPE_GRID_VIEW)));
  sheaf_grid_table_paste (table, 0, 0, pasted);
  for (guint i = 0; i < 4; i++)
    shots_wait ();
  shots_take (dialog, name, dark, size);
  while (sheaf_grid_table_undo (table))
    ;
  gtk_window_close (GTK_WINDOW (dialog));
  shots_wait ();
}

static void
take_grids (SheafWindow     *window,
            gboolean         dark,
            const ShotsSize *size)
{
  take_grid (window, "members",
             "code\tname\tkind\tjoined\tid_number\tbirth\thamlet\n"
             "TV901\tNguyễn Thử Một\t1\t1/6/2025\t001090000001\t2/3/1970\tThôn Đông\n"
             "TV902\tTrần Thị Thử Hai\tofficial\t1/6/2025\t001090000002\t\tThôn Đoài\n"
             "TV902\tLê Thử Ba\tofficial\t31/6/2025\t\t5/5/1985\tThôn Nam\n",
             dark, size);
  take_grid (window, "membership",
             "date\tmember\tevent\tvalue\treason\n"
             "1/11/2025\tTV003\tagreement-ended\t\t\n"
             "1/11/2025\tTV999\tleave\t\tvoluntary\n"
             "1/12/2025\tTV004\tgone\t\t\n",
             dark, size);
  take_grid (window, "capital",
             "date\tmember\tevent\tamount\tto_member\tform\n"
             "1/12/2025\tTV003\tcommit\t5000000\t\t\n"
             "2/12/2025\tTV003\tpay\t2500000\t\tcash\n"
             "3/12/2025\tTV003\tpay\t9000000\t\tcash\n"
             "4/12/2025\tTV004\ttransfer-out\t1000000\tTV998\t\n",
             dark, size);
}

static GtkWidget *
open_dialog (SheafWindow *window,
             const char  *page,
             const char  *action,
             GType        type)
{
  GtkWidget *widget;

  shots_go (window, page, "");
  widget = window_fixture_find (shots_get_page (window), type);
  shots_act (widget, action);
  return shots_find_dialog (GTK_WIDGET (window));
}

static void
take_members (SheafWindow     *window,
              gboolean         dark,
              const ShotsSize *size)
{
  static const char *const acts[][2] = {
    { "members.new", "member-new" },
    { "members.edit", "member-edit" },
    { "members.event", "membership" },
    { "members.take-back", "membership-take-back" },
  };
  GType      type = SHEAF_TYPE_MEMBERS_PAGE;
  GtkWidget *page, *dialog;

  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    shots_take_page_dialog (window, "members", acts[i][0], type, acts[i][1], dark, size);
  dialog = open_dialog (window, "members", "members.event", type);
  adw_combo_row_set_selected (
      ADW_COMBO_ROW (gtk_widget_get_template_child (dialog, G_OBJECT_TYPE (dialog), "event_row")),
      3); /* leaving: what is to be settled */
  shots_take_dialog (GTK_WIDGET (window), "membership-leaving", dark, size);
  page = shots_get_page (window);
  shots_fill (page, "day_entry", "31/12/2022");
  g_signal_emit_by_name (gtk_widget_get_template_child (page, type, "day_entry"), "changed-date");
  shots_wait ();
  shots_take (GTK_WIDGET (window), "members-past", dark, size);
  shots_act (page, "members.today");
  shots_fill (page, "search", "nobody has this name");
  shots_wait ();
  shots_take (GTK_WIDGET (window), "members-none", dark, size);
  shots_act (page, "page.clear-filter");
}

/* Kinds by their place in the dialog's list. */
static void
take_event (SheafWindow     *window,
            guint            kind,
            const char      *member,
            const char      *amount,
            const char      *name,
            gboolean         dark,
            const ShotsSize *size)
{
  GtkWidget *dialog = open_dialog (window, "capital", "capital.new",
                                   SHEAF_TYPE_CAPITAL_PAGE);
  GtkWidget *form = window_fixture_find (dialog, SHEAF_TYPE_EVENT_FORM);

  adw_combo_row_set_selected (
      ADW_COMBO_ROW (gtk_widget_get_template_child (form, G_OBJECT_TYPE (form), "kind_row")),
      kind);
  shots_fill (form, "member_picker", member);
  shots_fill (form, "day_entry", "4/5/2026"); /* the year before is closed */
  shots_fill (form, "amount_entry", amount);
  shots_wait ();
  shots_act (dialog, "event.save"); /* none of them goes through unasked */
  shots_wait ();
  shots_take (dialog, name, dark, size);
  if (shots_find_dialog (GTK_WIDGET (window)) != dialog)
    {
      g_autofree char *question = g_strconcat (name, "-asked", NULL);

      shots_take_dialog (GTK_WIDGET (window), question, dark, size);
    }
  gtk_window_destroy (GTK_WINDOW (dialog));
  shots_wait ();
}

static void
take_capital (SheafWindow     *window,
              gboolean         dark,
              const ShotsSize *size)
{
  static const char *const views[] = { "due", "ownership", "events" };
  GType                    type = SHEAF_TYPE_CAPITAL_PAGE;

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_autofree char *name = g_strconcat ("capital-", views[i], NULL);

      shots_go (window, "capital", views[i]);
      shots_take (GTK_WIDGET (window), name, dark, size);
    }
  shots_take_page_dialog (window, "capital", "capital.new", type, "capital-event", dark, size);
  shots_take_page_dialog (window, "capital", "capital.schedule", type, "capital-instalments", dark,
                          size);
  take_event (window, 0, "TV001", "400tr", "capital-limit", dark, size);
  take_event (window, 2, "TV001", "1tr", "capital-in-kind", dark, size);
  take_event (window, 3, "TV001", "1tr", "capital-transfer", dark, size);
  take_event (window, 4, "TV001", "171tr", "capital-refund", dark, size);
  take_event (window, 4, "TV001", "100tr", "capital-refund-asked", dark, size);
}

void
shots_take_members (SheafWindow     *window,
                    gboolean         dark,
                    const ShotsSize *size)
{
  shots_go (window, "members", "");
  shots_take (GTK_WIDGET (window), "members", dark, size);
  take_members (window, dark, size);
  take_capital (window, dark, size);
  take_grids (window, dark, size);
}
