/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the certificate desk asks of the threads: the certificates of a day, acts on them. */
#pragma once

#include "capital/certificate-due.h"

/* One line: a certificate, or a member who waits for one. */
typedef struct
{
  gint64               party_id;
  char                *code;
  char                *name;
  SheafCertificate    *paper; /* in force, or ended by the day; NULL: none yet */
  SheafCertificateDue *due;   /* what is to be done; NULL: nothing */
} SheafCertificateRow;

typedef struct
{
  SheafDate  day;
  GPtrArray *rows;     /* of SheafCertificateRow: in force and due by code, then those that ended */
  guint      in_force; /* how many of them; likewise */
  guint      ended;
  guint      due[SHEAF_CERTIFICATE_WITHDRAW + 1]; /* by what is to be done */
} SheafCertificateTable;

void sheaf_certificate_table_free (SheafCertificateTable *table);

/* data: SheafDate. Result: SheafCertificateTable. */
gpointer sheaf_certificate_table_job (gpointer connection,
                                      gpointer data,
                                      GError **error);

typedef struct
{
  SheafCertificateKind event;
  gint64               party_id; /* 0: all that are due in this way */
  SheafDate            day;
  char                *reason; /* "": none */
  char                *number; /* of one; "" or NULL: the next */
} SheafCertificateAct;

/* What became of it: how many, and the new number where it was one. */
typedef struct
{
  SheafCertificateKind event;
  guint                count;
  char                *number;
} SheafCertificateDone;

void sheaf_certificate_act_free (SheafCertificateAct *act);
void sheaf_certificate_done_free (SheafCertificateDone *done);

/* data: SheafCertificateAct. Result: SheafCertificateDone. */
gpointer sheaf_certificate_act_job (gpointer connection,
                                    gpointer data,
                                    GError **error);
