/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The last steps of a document: footers, the mended /ToUnicode, and the bytes, written where a full
 * disk is noticed. */
#include "documents/document.h"

#include "base/file.h"
#include "base/i18n.h"
#include "documents/document-private.h"
#include "documents/error.h"
#include "documents/text.h"

#define FOOT SHEAF_MM (10)
#define FOOT_SIZE 7.5f

/* The pattern with the page's number within its paper put in. */
static char *
page_text (SheafDocument           *document,
           const SheafDocumentPage *page)
{
  GString         *text = g_string_new (page->pattern);
  g_autofree char *number = g_strdup_printf ("%u", page->number);
  g_autofree char *count = g_strdup_printf ("%u",
                                            g_array_index (document->papers, guint, page->paper));

  g_string_replace (text, "{page}", number, 0);
  g_string_replace (text, "{pages}", count, 0);
  return g_string_free (text, FALSE);
}

static void
draw_footer (SheafDocument *document,
             guint          index)
{
  SheafDocumentPage *page = &g_array_index (document->pages, SheafDocumentPage, index);
  SheafTextStyle     style = SHEAF_TEXT_STYLE (SHEAF_FACE_REGULAR, FOOT_SIZE, SHEAF_ALIGN_RIGHT);
  float              y = sheaf_document_page_height (document) - FOOT;
  float              width = 0;

  document->page = page->page;
  if (page->pattern != NULL)
    {
      g_autofree char *text = page_text (document, page);

      sheaf_document_text_draw (document, style, sheaf_document_right (document), y, text);
      width = sheaf_document_text_width (document, style, text) + SHEAF_MM (5);
    }
  if (page->left != NULL)
    {
      g_autofree char *text = NULL;

      style.align = SHEAF_ALIGN_LEFT;
      text = sheaf_document_text_ellipsize (document, style, page->left,
                                            sheaf_document_right (document) -
                                                sheaf_document_left (document) - width);
      sheaf_document_text_draw (document, style, sheaf_document_left (document), y, text);
    }
}

/* libharu 2.3.0 writes begincidrange into /ToUnicode, which readers refuse or warn about. Its
 * character codes in the UTF-8 encoding are UTF-16 code units, so the map is the identity. */
static void
mend_tounicode (SheafDocument *document,
                HPDF_Font      font)
{
  HPDF_Dict map = HPDF_DictStream_New (document->pdf->mmgr, document->pdf->xref);

  if (map == NULL)
    return;
  map->filter = HPDF_STREAM_FILTER_FLATE_DECODE;
  HPDF_Stream_WriteStr (
      map->stream,
      "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName "
      "/Adobe-Identity-UCS def\n"
      "/CMapType 2 def\n/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
      "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
  for (guint block = 0; block < 256; block += 64)
    {
      HPDF_Stream_WriteStr (map->stream, "64 beginbfrange\n");
      for (guint row = block; row < block + 64; row++)
        {
          char line[40];

          g_snprintf (line, sizeof line, "<%02X00> <%02XFF> <%02X00>\n", row, row, row);
          HPDF_Stream_WriteStr (map->stream, line);
        }
      HPDF_Stream_WriteStr (map->stream, "endbfrange\n");
    }
  HPDF_Stream_WriteStr (map->stream,
                        "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
  HPDF_Dict_Add (font, "ToUnicode", map);
}

static GBytes *
read_stream (SheafDocument *document)
{
  GByteArray *bytes = g_byte_array_new ();
  guint8      piece[65536];
  HPDF_UINT32 size;

  HPDF_ResetStream (document->pdf);
  do
    {
      size = sizeof piece;
      if (HPDF_ReadFromStream (document->pdf, piece, &size) != HPDF_OK && size == 0)
        break;
      g_byte_array_append (bytes, piece, size);
    }
  while (size == sizeof piece);
  return g_byte_array_free_to_bytes (bytes);
}

GBytes *
sheaf_document_finish (SheafDocument *document,
                       GError       **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (document != NULL, NULL);
  (void) sheaf_document_page (document); /* a file without any page is no PDF */
  for (guint i = 0; i < document->pages->len; i++)
    draw_footer (document, i);
  for (guint i = 0; i < SHEAF_N_FACES; i++)
    if (document->faces[i] != NULL)
      mend_tounicode (document, document->faces[i]);
  if (!sheaf_document_check (document, error))
    return NULL;
  HPDF_SaveToStream (document->pdf);
  if (!sheaf_document_check (document, error))
    return NULL;
  bytes = read_stream (document);
  if (g_bytes_get_size (bytes) == HPDF_GetStreamSize (document->pdf))
    return g_steal_pointer (&bytes);
  g_set_error_literal (
      error, SHEAF_DOCUMENTS_ERROR, SHEAF_DOCUMENTS_ERROR_PDF,
      _ ("The paper could not be read back from memory: close other programs, then try again"));
  return NULL;
}

gboolean
sheaf_document_save (SheafDocument *document,
                     const char    *path,
                     GError       **error)
{
  g_autoptr (GBytes) bytes = sheaf_document_finish (document, error);

  return bytes != NULL &&
         sheaf_file_write (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error);
}
