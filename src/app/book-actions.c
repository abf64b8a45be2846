/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each opens a dialog over the window. */
#include "app/book-actions.h"

#include "app/book-settings-dialog.h"
#include "app/currency/rates-dialog.h"
#include "app/currency/revaluation-dialog.h"
#include "app/documents/paper-dialog.h"
#include "app/grid/grid-dialog.h"
#include "app/ledger/account-help-dialog.h"
#include "app/search/search-dialog.h"
#include "app/window.h"

/* The page shown, which dialogs read by; NULL while no book is open. */
static SheafPage *
page_of (GtkWidget *window)
{
  SheafBookView *view = sheaf_window_get_book_view (SHEAF_WINDOW (window));

  return sheaf_book_view_get_session (view) != NULL ? SHEAF_PAGE (sheaf_book_view_get_page (view))
                                                    : NULL;
}

static GtkWidget *
make_search (GtkWindow *window,
             SheafPage *page,
             GVariant  *target)
{
  (void) target;
  return sheaf_search_dialog_new (window, sheaf_page_get_session (page));
}

static GtkWidget *
make_settings (GtkWindow *window,
               SheafPage *page,
               GVariant  *target)
{
  (void) window;
  (void) target;
  return sheaf_book_settings_dialog_new (page);
}

static GtkWidget *
make_rates (GtkWindow *window,
            SheafPage *page,
            GVariant  *target)
{
  (void) target;
  return sheaf_rates_dialog_new (window, sheaf_page_get_session (page));
}

static GtkWidget *
make_revaluation (GtkWindow *window,
                  SheafPage *page,
                  GVariant  *target)
{
  (void) window;
  (void) target;
  return sheaf_revaluation_dialog_new (page);
}

static GtkWidget *
make_grid (GtkWindow *window,
           SheafPage *page,
           GVariant  *target)
{
  (void) window;
  return sheaf_grid_dialog_new (page, g_variant_get_string (target, NULL));
}

static GtkWidget *
make_account_help (GtkWindow *window,
                   SheafPage *page,
                   GVariant  *target)
{
  return sheaf_account_help_dialog_new (window, sheaf_page_get_session (page),
                                        g_variant_get_string (target, NULL));
}

static GtkWidget *
make_voucher_paper (GtkWindow *window,
                    SheafPage *page,
                    GVariant  *target)
{
  gint64      id;
  const char *number;

  (void) window;
  g_variant_get (target, "(x&s)", &id, &number);
  return sheaf_paper_dialog_new_for_voucher (page, id, number);
}

static const struct
{
  const char *name;
  const char *type;
  GtkWidget *(*make) (GtkWindow *window, SheafPage *page, GVariant *target);
} actions[] = {
  { "win.search", NULL, make_search },
  { "win.book-settings", NULL, make_settings },
  { "win.rates", NULL, make_rates },
  { "win.revalue", NULL, make_revaluation },
  { "win.enter-many", "s", make_grid },
  { "win.account-help", "s", make_account_help },
  { "win.voucher-paper", "(xs)", make_voucher_paper },
};

static void
dialog_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  SheafPage *page = page_of (widget);

  for (gsize i = 0; page != NULL && i < G_N_ELEMENTS (actions); i++)
    if (g_str_equal (actions[i].name, name))
      gtk_window_present (
          GTK_WINDOW (actions[i].make (GTK_WINDOW (widget), page, parameter)));
}

void
sheaf_book_actions_install (GtkWidgetClass *window_class)
{
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (window_class, actions[i].name, actions[i].type,
                                     dialog_action);
  /* Where the page has a search of its own, its Ctrl+F comes first. */
  gtk_widget_class_add_binding_action (window_class, GDK_KEY_f, GDK_CONTROL_MASK, "win.search",
                                       NULL);
}

void
sheaf_book_actions_set_enabled (GtkWidget *window,
                                gboolean   enabled)
{
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (window, actions[i].name, enabled);
}
