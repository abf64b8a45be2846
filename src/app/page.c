/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page reads its figures when it is first shown and again when the book has changed, never in the
 * background. */
#include "app/page.h"

#include "app/messages.h"
#include "base/i18n.h"

typedef struct
{
  SheafSession *session;
  gboolean      shown;
  gboolean      stale;
} SheafPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SheafPage, sheaf_page, ADW_TYPE_BIN)

static void
reload_page (SheafPage *page)
{
  SheafPagePrivate *self = sheaf_page_get_instance_private (page);

  self->stale = FALSE;
  if (SHEAF_PAGE_GET_CLASS (page)->reload != NULL)
    SHEAF_PAGE_GET_CLASS (page)->reload (page);
}

static void
session_changed_cb (SheafPage *page)
{
  SheafPagePrivate *self = sheaf_page_get_instance_private (page);

  self->stale = TRUE;
  if (self->shown)
    reload_page (page);
}

static void
sheaf_page_dispose (GObject *object)
{
  SheafPagePrivate *self = sheaf_page_get_instance_private (SHEAF_PAGE (object));

  g_clear_object (&self->session);
  G_OBJECT_CLASS (sheaf_page_parent_class)->dispose (object);
}

static void
sheaf_page_class_init (SheafPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sheaf_page_dispose;
}

static void
sheaf_page_init (SheafPage *page)
{
  SheafPagePrivate *self = sheaf_page_get_instance_private (page);

  self->stale = TRUE;
}

SheafSession *
sheaf_page_get_session (SheafPage *page)
{
  SheafPagePrivate *self = sheaf_page_get_instance_private (page);

  g_return_val_if_fail (SHEAF_IS_PAGE (page), NULL);

  return self->session;
}

void
sheaf_page_attach (SheafPage    *page,
                   SheafSession *session)
{
  SheafPagePrivate *self = sheaf_page_get_instance_private (page);

  g_return_if_fail (SHEAF_IS_PAGE (page) && self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (session_changed_cb), page,
                           G_CONNECT_SWAPPED);
  if (SHEAF_PAGE_GET_CLASS (page)->attach != NULL)
    SHEAF_PAGE_GET_CLASS (page)->attach (page);
}

void
sheaf_page_set_shown (SheafPage  *page,
                      gboolean    shown,
                      const char *detail)
{
  SheafPagePrivate *self = sheaf_page_get_instance_private (page);

  g_return_if_fail (SHEAF_IS_PAGE (page));

  self->shown = shown;
  if (!shown)
    return;
  if (self->stale)
    reload_page (page);
  if (detail != NULL && *detail != '\0' && SHEAF_PAGE_GET_CLASS (page)->show_detail != NULL)
    SHEAF_PAGE_GET_CLASS (page)->show_detail (page, detail);
  else if (SHEAF_PAGE_GET_CLASS (page)->focus != NULL)
    SHEAF_PAGE_GET_CLASS (page)->focus (page);
}

void
sheaf_page_keep_focus (SheafPage *page)
{
  GtkWidget *widget = GTK_WIDGET (page);
  GtkRoot   *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  g_return_if_fail (SHEAF_PAGE_GET_CLASS (page)->focus != NULL);

  if (gtk_widget_get_mapped (widget) &&
      (focus == NULL ||
       (gtk_widget_is_ancestor (focus, widget) && !gtk_widget_get_mapped (focus))))
    SHEAF_PAGE_GET_CLASS (page)->focus (page);
}

void
sheaf_page_read (SheafPage          *page,
                 SheafJobFunc        func,
                 gpointer            data,
                 GDestroyNotify      free_data,
                 GDestroyNotify      free_result,
                 GAsyncReadyCallback callback)
{
  SheafPagePrivate *self = sheaf_page_get_instance_private (page);

  g_return_if_fail (SHEAF_IS_PAGE (page) && self->session != NULL);

  sheaf_jobs_read (sheaf_session_get_jobs (self->session), func, data, free_data, free_result, page,
                   NULL, callback, NULL);
}

void
sheaf_page_read_long (SheafPage          *page,
                      SheafJobFunc        func,
                      gpointer            data,
                      GDestroyNotify      free_data,
                      GDestroyNotify      free_result,
                      GAsyncReadyCallback callback)
{
  SheafPagePrivate *self = sheaf_page_get_instance_private (page);

  g_return_if_fail (SHEAF_IS_PAGE (page) && self->session != NULL);

  sheaf_jobs_read_long (sheaf_session_get_jobs (self->session), func, data, free_data, free_result,
                        page, NULL, callback, NULL);
}

gpointer
sheaf_page_take (SheafPage    *page,
                 GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;
  gpointer value = sheaf_jobs_finish (result, &error);

  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) &&
      gtk_widget_get_root (GTK_WIDGET (page)) != NULL)
    sheaf_messages_show_error (GTK_WIDGET (page), _ ("That could not be done"), error);
  return value;
}
