/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each opens a dialog over the window. */
#include "app/book-actions.h"

#include "app/book-settings-dialog.h"
#include "app/currency/rates-dialog.h"
#include "app/currency/revaluation-dialog.h"
#include "app/documents/paper-dialog.h"
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

static void
present (GtkWidget *dialog)
{
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
search_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  SheafPage *page = page_of (widget);

  (void) name;
  (void) parameter;
  if (page != NULL)
    present (sheaf_search_dialog_new (GTK_WINDOW (widget), sheaf_page_get_session (page)));
}

static void
settings_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  SheafPage *page = page_of (widget);

  (void) name;
  (void) parameter;
  if (page != NULL)
    present (sheaf_book_settings_dialog_new (page));
}

static void
rates_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  SheafPage *page = page_of (widget);

  (void) name;
  (void) parameter;
  if (page != NULL)
    present (sheaf_rates_dialog_new (GTK_WINDOW (widget), sheaf_page_get_session (page)));
}

static void
revalue_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  SheafPage *page = page_of (widget);

  (void) name;
  (void) parameter;
  if (page != NULL)
    present (sheaf_revaluation_dialog_new (page));
}

static void
account_help_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  SheafPage *page = page_of (widget);

  (void) name;
  if (page != NULL)
    present (sheaf_account_help_dialog_new (GTK_WINDOW (widget), sheaf_page_get_session (page),
                                            g_variant_get_string (parameter, NULL)));
}

static void
voucher_paper_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  SheafPage  *page = page_of (widget);
  gint64      id;
  const char *number;

  (void) name;
  g_variant_get (parameter, "(x&s)", &id, &number);
  if (page != NULL)
    present (sheaf_paper_dialog_new_for_voucher (page, id, number));
}

static const struct
{
  const char                 *name;
  const char                 *type;
  GtkWidgetActionActivateFunc activate;
} actions[] = {
  { "win.search", NULL, search_action },
  { "win.book-settings", NULL, settings_action },
  { "win.rates", NULL, rates_action },
  { "win.revalue", NULL, revalue_action },
  { "win.account-help", "s", account_help_action },
  { "win.voucher-paper", "(xs)", voucher_paper_action },
};

void
sheaf_book_actions_install (GtkWidgetClass *window_class)
{
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (window_class, actions[i].name, actions[i].type,
                                     actions[i].activate);
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
