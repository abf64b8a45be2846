/* SPDX-License-Identifier: GPL-3.0-or-later */
/* libharu with its traps taken care of: errors that stick, a list of pages that breaks at 32,767,
 * fonts that lack letters. */
#include "documents/document.h"

#include "base/i18n.h"
#include "documents/document-private.h"
#include "documents/error.h"
#include "documents/text.h"

#define MARGIN_LEFT SHEAF_MM (20)
#define MARGIN_RIGHT SHEAF_MM (15)
#define MARGIN_TOP SHEAF_MM (14)
#define MARGIN_BOTTOM SHEAF_MM (16)
#define PAGE_SHORT SHEAF_MM (210)
#define PAGE_LONG SHEAF_MM (297)

/* The line on top of pages that go on. */
#define RUNNING_SIZE 8.5f
#define RUNNING_GAP SHEAF_MM (1.5)

/* Kids of one node of the page tree: a flat list breaks at 32,767 pages. */
#define PAGES_PER_NODE 500

gboolean
sheaf_document_check (SheafDocument *document,
                      GError       **error)
{
  HPDF_STATUS status = HPDF_GetError (document->pdf);

  if (status == HPDF_OK)
    return TRUE;
  g_set_error (error, SHEAF_DOCUMENTS_ERROR, SHEAF_DOCUMENTS_ERROR_PDF,
               _ ("The paper could not be made (libharu error %04lX): close other programs to free "
                  "memory, then try again"),
               (gulong) status);
  return FALSE;
}

static char *
clean_title (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  return g_utf8_normalize (valid, -1, G_NORMALIZE_NFC);
}

static void
set_info (SheafDocument *document,
          const char    *title,
          const char    *author,
          SheafDate      date)
{
  g_autofree char *clean = clean_title (title);
  g_autofree char *name = clean_title (author);
  HPDF_Date        created = { .year = sheaf_date_year (date),
                               .month = sheaf_date_month (date),
                               .day = sheaf_date_day (date),
                               .ind = ' ' };

  HPDF_SetInfoAttr (document->pdf, HPDF_INFO_TITLE, clean);
  HPDF_SetInfoAttr (document->pdf, HPDF_INFO_AUTHOR, name);
  HPDF_SetInfoAttr (document->pdf, HPDF_INFO_CREATOR, "Sheaf");
  HPDF_SetInfoAttr (document->pdf, HPDF_INFO_PRODUCER, "libharu");
  HPDF_SetInfoDateAttr (document->pdf, HPDF_INFO_CREATION_DATE, created);
  HPDF_SetInfoDateAttr (document->pdf, HPDF_INFO_MOD_DATE, created);
}

static void
page_clear (gpointer data)
{
  SheafDocumentPage *page = data;

  g_free (page->left);
  g_free (page->pattern);
}

SheafDocument *
sheaf_document_new (const char   *title,
                    const char   *author,
                    SheafDate     date,
                    SheafPageTurn turn,
                    GError      **error)
{
  g_autoptr (SheafDocument) document = NULL;

  g_return_val_if_fail (title != NULL && author != NULL && !sheaf_date_is_none (date), NULL);
  document = g_new0 (SheafDocument, 1);
  document->turn = turn;
  document->pages = g_array_new (FALSE, TRUE, sizeof (SheafDocumentPage));
  g_array_set_clear_func (document->pages, page_clear);
  document->papers = g_array_new (FALSE, TRUE, sizeof (guint));
  g_array_set_size (document->papers, 1);
  if (!sheaf_font_find (NULL, document->fonts, error))
    return NULL;
  document->pdf = HPDF_New (NULL, NULL);
  if (document->pdf == NULL)
    {
      g_set_error_literal (
          error, SHEAF_DOCUMENTS_ERROR, SHEAF_DOCUMENTS_ERROR_PDF,
          _ ("There is not enough memory for a paper: close other programs, then try again"));
      return NULL;
    }
  HPDF_UseUTFEncodings (document->pdf);
  HPDF_SetCurrentEncoder (document->pdf, "UTF-8");
  HPDF_SetCompressionMode (document->pdf, HPDF_COMP_ALL);
  HPDF_SetPagesConfiguration (document->pdf, PAGES_PER_NODE);
  set_info (document, title, author, date);
  return sheaf_document_check (document, error) ? g_steal_pointer (&document) : NULL;
}

void
sheaf_document_free (SheafDocument *document)
{
  if (document == NULL)
    return;
  if (document->pdf != NULL)
    HPDF_Free (document->pdf);
  for (guint i = 0; i < SHEAF_N_FACES; i++)
    sheaf_font_clear (&document->fonts[i]);
  g_array_unref (document->pages);
  g_array_unref (document->papers);
  g_free (document->left);
  g_free (document->pattern);
  g_free (document->running);
  g_free (document);
}

HPDF_Font
sheaf_document_face (SheafDocument *document,
                     SheafFace      face)
{
  if (document->faces[face] == NULL)
    {
      const char *name = HPDF_LoadTTFontFromFile (document->pdf, document->fonts[face].path,
                                                  HPDF_TRUE);

      if (name != NULL)
        document->faces[face] = HPDF_GetFont (document->pdf, name, "UTF-8");
    }
  return document->faces[face];
}

float
sheaf_document_page_height (const SheafDocument *document)
{
  return document->turn == SHEAF_PAGE_PORTRAIT ? PAGE_LONG : PAGE_SHORT;
}

HPDF_Page
sheaf_document_page (SheafDocument *document)
{
  if (document->page == NULL)
    sheaf_document_add_page (document);
  return document->page;
}

void
sheaf_document_set_footer (SheafDocument *document,
                           const char    *left,
                           const char    *pattern)
{
  g_return_if_fail (document != NULL);
  g_free (document->left);
  g_free (document->pattern);
  document->left = g_strdup (left);
  document->pattern = g_strdup (pattern);
}

void
sheaf_document_set_running (SheafDocument *document,
                            const char    *text)
{
  g_return_if_fail (document != NULL);
  g_free (document->running);
  document->running = g_strdup (text);
}

/* The line is cut where it is longer than the page is wide. */
static void
draw_running (SheafDocument *document)
{
  SheafTextStyle   style = SHEAF_TEXT_STYLE (SHEAF_FACE_ITALIC, RUNNING_SIZE, SHEAF_ALIGN_LEFT);
  float            left = sheaf_document_left (document);
  float            width = sheaf_document_right (document) - left;
  g_autofree char *line = NULL;

  if (document->running == NULL)
    return;
  line = sheaf_document_text_ellipsize (document, style, document->running, width);
  document->top += sheaf_document_text_box (document, style, left, document->top, width, line) +
                   RUNNING_GAP;
}

void
sheaf_document_add_page (SheafDocument *document)
{
  SheafDocumentPage page = { 0 };

  g_return_if_fail (document != NULL);
  page.page = document->page = HPDF_AddPage (document->pdf);
  page.left = g_strdup (document->left);
  page.pattern = g_strdup (document->pattern);
  page.paper = document->papers->len - 1;
  page.number = ++g_array_index (document->papers, guint, page.paper);
  document->top = MARGIN_TOP;
  g_array_append_val (document->pages, page);
  if (page.page != NULL)
    HPDF_Page_SetSize (page.page, HPDF_PAGE_SIZE_A4,
                       document->turn == SHEAF_PAGE_PORTRAIT ? HPDF_PAGE_PORTRAIT
                                                             : HPDF_PAGE_LANDSCAPE);
  draw_running (document);
  document->y = document->top;
}

void
sheaf_document_restart (SheafDocument *document)
{
  guint none = 0;

  g_return_if_fail (document != NULL);
  if (g_array_index (document->papers, guint, document->papers->len - 1) > 0)
    g_array_append_val (document->papers, none);
  document->page = NULL;
}

gboolean
sheaf_document_reserve (SheafDocument *document,
                        float          height)
{
  g_return_val_if_fail (document != NULL, FALSE);
  if (document->page != NULL &&
      (document->y + height <= sheaf_document_bottom (document) || document->y <= document->top))
    return FALSE;
  sheaf_document_add_page (document);
  return TRUE;
}

void
sheaf_document_add_outline (SheafDocument *document,
                            const char    *title)
{
  g_autofree char *clean = clean_title (title);
  HPDF_Page        page = sheaf_document_page (document);
  HPDF_Outline     outline;

  if (page == NULL)
    return;
  outline = HPDF_CreateOutline (document->pdf, NULL, clean,
                                HPDF_GetEncoder (document->pdf, "UTF-8"));
  if (outline != NULL)
    HPDF_Outline_SetDestination (outline, HPDF_Page_CreateDestination (page));
}

guint
sheaf_document_pages (const SheafDocument *document)
{
  return document->pages->len;
}

float
sheaf_document_left (G_GNUC_UNUSED const SheafDocument *document)
{
  return MARGIN_LEFT;
}

float
sheaf_document_right (const SheafDocument *document)
{
  return (document->turn == SHEAF_PAGE_PORTRAIT ? PAGE_SHORT : PAGE_LONG) - MARGIN_RIGHT;
}

float
sheaf_document_top (const SheafDocument *document)
{
  return MAX (document->top, MARGIN_TOP);
}

float
sheaf_document_bottom (const SheafDocument *document)
{
  return sheaf_document_page_height (document) - MARGIN_BOTTOM;
}

float
sheaf_document_y (const SheafDocument *document)
{
  return document->y;
}

void
sheaf_document_set_y (SheafDocument *document,
                      float          y)
{
  document->y = y;
}

void
sheaf_document_line (SheafDocument *document,
                     float          x1,
                     float          y1,
                     float          x2,
                     float          y2,
                     float          thickness)
{
  HPDF_Page page = sheaf_document_page (document);
  float     height = sheaf_document_page_height (document);

  if (page == NULL)
    return;
  HPDF_Page_SetLineWidth (page, thickness);
  HPDF_Page_MoveTo (page, x1, height - y1);
  HPDF_Page_LineTo (page, x2, height - y2);
  HPDF_Page_Stroke (page);
}

void
sheaf_document_fill (SheafDocument *document,
                     float          x,
                     float          y,
                     float          width,
                     float          height,
                     float          grey)
{
  HPDF_Page page = sheaf_document_page (document);

  if (page == NULL)
    return;
  HPDF_Page_SetGrayFill (page, grey);
  HPDF_Page_Rectangle (page, x, sheaf_document_page_height (document) - y - height, width, height);
  HPDF_Page_Fill (page);
  HPDF_Page_SetGrayFill (page, 0);
}

void
sheaf_document_fill_boxes (SheafDocument  *document,
                           const SheafBox *boxes,
                           guint           n_boxes)
{
  HPDF_Page page = sheaf_document_page (document);
  float     height = sheaf_document_page_height (document);

  if (page == NULL || n_boxes == 0)
    return;
  for (guint i = 0; i < n_boxes; i++)
    HPDF_Page_Rectangle (page, boxes[i].x, height - boxes[i].y - boxes[i].height, boxes[i].width,
                         boxes[i].height);
  HPDF_Page_Fill (page);
}
