/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the pictures of all pages share. */
#pragma once

#include "app/window.h"

typedef struct
{
  int width;
  int height;
  int text; /* percent */
} ShotsSize;

/* Where the pictures go, and how many there are. */
extern const char *shots_folder;
extern guint       shots_taken;

/* Long enough for the threads to answer and the last transition to end. */
void shots_wait (void);

void shots_take (GtkWidget       *window,
                 const char      *name,
                 gboolean         dark,
                 const ShotsSize *size);

/* The toplevel that is not the main window. */
GtkWidget *shots_find_dialog (GtkWidget *window);

void shots_take_dialog (GtkWidget       *window,
                        const char      *name,
                        gboolean         dark,
                        const ShotsSize *size);

void shots_go (SheafWindow *window,
               const char  *page,
               const char  *detail);

/* The page that is shown, for its actions and its parts. */
GtkWidget *shots_get_page (SheafWindow *window);

void shots_act (GtkWidget  *widget,
                const char *action);

void shots_fill (GtkWidget  *page,
                 const char *part,
                 const char *text);

/* The acts that the pages ask about are found by their actions, from the page down. The demo's year
 * is posted and paid, so that only taking it back is still asked about. */
void shots_take_page_dialog (SheafWindow     *window,
                             const char      *page,
                             const char      *action,
                             GType            type,
                             const char      *name,
                             gboolean         dark,
                             const ShotsSize *size);

/* Dialogs and sheets of counts, bank statements, confirmations and closing. */
void shots_take_year_end (SheafWindow     *window,
                          gboolean         dark,
                          const ShotsSize *size);

/* Overview, what is asked from the head and its menu, a new book. */
void shots_take_frame (SheafWindow     *window,
                       gboolean         dark,
                       const ShotsSize *size);

/* Statements, lists beside them, books; figures with what is behind them; what is asked there. */
void shots_take_reports (SheafWindow     *window,
                         gboolean         dark,
                         const ShotsSize *size);

/* The register, members' capital, the grid of many rows. */
void shots_take_members (SheafWindow     *window,
                         gboolean         dark,
                         const ShotsSize *size);

/* The member's card and the certificates. */
void shots_take_card (SheafWindow     *window,
                      gboolean         dark,
                      const ShotsSize *size);

/* Sharing the year's income: the plan, versions of it, approval, posting. */
void shots_take_distribution (SheafWindow     *window,
                              gboolean         dark,
                              const ShotsSize *size);

/* Payouts: members, lists, a new one; money that came back. */
void shots_take_payouts (SheafWindow     *window,
                         gboolean         dark,
                         const ShotsSize *size);
