/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One page at a time: a paper of a thousand pages takes no more memory than one. */
#include "app/documents/paper-preview.h"

#include "base/i18n.h"

/* Wide enough to read on a small screen, and no wider than a page on a large one. */
#define WIDTH_MIN 420
#define WIDTH_MAX 860
#define WELL 48

struct _SheafPaperPreview
{
  AdwBin          parent_instance;
  SheafPage      *page; /* above this widget */
  SheafMadePaper *paper;
  guint           number; /* of the page shown, from 0 */

  GtkStack      *stack;
  GtkWidget     *scroller;
  GtkPicture    *picture;
  GtkLabel      *page_label;
  AdwStatusPage *nothing;
};

G_DEFINE_FINAL_TYPE (SheafPaperPreview, sheaf_paper_preview, ADW_TYPE_BIN)

static void
pictured_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (SheafPaperPreview) preview = user_data;
  g_autoptr (GdkTexture) texture = sheaf_page_take (SHEAF_PAGE (source), result);

  if (texture == NULL || preview->picture == NULL)
    return;
  gtk_picture_set_paintable (preview->picture, GDK_PAINTABLE (texture));
  gtk_stack_set_visible_child_name (preview->stack, "paper");
}

static void
show_page (SheafPaperPreview *preview)
{
  SheafPaperPicture *wanted = g_new0 (SheafPaperPicture, 1);
  guint              pages = sheaf_made_paper_pages (preview->paper);
  g_autofree char   *text = g_strdup_printf (_ ("%u / %u"), preview->number + 1, pages);
  int                width = gtk_widget_get_width (GTK_WIDGET (preview)) - WELL;

  gtk_label_set_text (preview->page_label, text);
  gtk_widget_action_set_enabled (GTK_WIDGET (preview), "preview.previous", preview->number > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (preview), "preview.next", preview->number + 1 < pages);
  gtk_adjustment_set_value (
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (preview->scroller)), 0);
  wanted->paper = sheaf_made_paper_ref (preview->paper);
  wanted->page = preview->number;
  wanted->width_px = CLAMP (width, WIDTH_MIN, WIDTH_MAX);
  sheaf_jobs_read (sheaf_session_get_jobs (sheaf_page_get_session (preview->page)),
                   sheaf_paper_picture_job, wanted, (GDestroyNotify) sheaf_paper_picture_free,
                   g_object_unref, preview->page, NULL, pictured_cb, g_object_ref (preview));
}

static void
turn_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  SheafPaperPreview *preview = SHEAF_PAPER_PREVIEW (widget);
  gboolean           forward = g_strcmp0 (name, "preview.next") == 0;

  (void) parameter;
  if (preview->paper == NULL || (!forward && preview->number == 0) ||
      (forward && preview->number + 1 >= sheaf_made_paper_pages (preview->paper)))
    return;
  preview->number = forward ? preview->number + 1 : preview->number - 1;
  show_page (preview);
}

static void
sheaf_paper_preview_dispose (GObject *object)
{
  g_clear_pointer (&SHEAF_PAPER_PREVIEW (object)->paper, sheaf_made_paper_unref);
  G_OBJECT_CLASS (sheaf_paper_preview_parent_class)->dispose (object);
}

static void
sheaf_paper_preview_class_init (SheafPaperPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sheaf_paper_preview_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/coop/sheaf/Sheaf/ui/documents/paper-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, SheafPaperPreview, stack);
  gtk_widget_class_bind_template_child (widget_class, SheafPaperPreview, scroller);
  gtk_widget_class_bind_template_child (widget_class, SheafPaperPreview, picture);
  gtk_widget_class_bind_template_child (widget_class, SheafPaperPreview, page_label);
  gtk_widget_class_bind_template_child (widget_class, SheafPaperPreview, nothing);
  gtk_widget_class_install_action (widget_class, "preview.previous", NULL, turn_action);
  gtk_widget_class_install_action (widget_class, "preview.next", NULL, turn_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, 0, "preview.previous", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, 0, "preview.next", NULL);
}

static void
sheaf_paper_preview_init (SheafPaperPreview *preview)
{
  gtk_widget_init_template (GTK_WIDGET (preview));
}

void
sheaf_paper_preview_show (SheafPaperPreview *preview,
                          SheafPage         *page,
                          SheafMadePaper    *paper)
{
  g_return_if_fail (SHEAF_IS_PAPER_PREVIEW (preview));

  g_clear_pointer (&preview->paper, sheaf_made_paper_unref);
  preview->page = page;
  preview->paper = sheaf_made_paper_ref (paper);
  preview->number = 0;
  show_page (preview);
}

void
sheaf_paper_preview_show_reason (SheafPaperPreview *preview,
                                 const char        *reason)
{
  g_autofree char *escaped = g_markup_escape_text (reason, -1);

  g_return_if_fail (SHEAF_IS_PAPER_PREVIEW (preview));

  adw_status_page_set_description (preview->nothing, escaped);
  gtk_stack_set_visible_child_name (preview->stack, "nothing");
}
