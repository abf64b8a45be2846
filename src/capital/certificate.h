/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Certificates of contribution (giấy chứng nhận phần vốn góp, Law 17/2023 Art. 75): a list of
 * events, each with what the paper says. */
#pragma once

#include "base/problem.h"
#include "book/book.h"

/* As stored; numbers are only ever appended to. */
typedef enum
{
  SHEAF_CERTIFICATE_ISSUE = 1,    /* the contribution is fully paid */
  SHEAF_CERTIFICATE_REISSUE = 2,  /* lost or damaged: a new number, the same content */
  SHEAF_CERTIFICATE_EXCHANGE = 3, /* what it says has changed */
  SHEAF_CERTIFICATE_WITHDRAW = 4, /* the membership ended */
} SheafCertificateKind;

/* What the paper says in words; files call each as sheaf_certificate_text_name. */
typedef enum
{
  SHEAF_CERTIFICATE_NAME, /* the holder's, likewise what follows */
  SHEAF_CERTIFICATE_ADDRESS,
  SHEAF_CERTIFICATE_NATIONALITY, /* a country's code; NULL: the law's own country */
  SHEAF_CERTIFICATE_ID_NUMBER,
  SHEAF_CERTIFICATE_REPRESENTS, /* "household", "organisation", NULL: a person alone */
  SHEAF_CERTIFICATE_REPRESENTATIVE,
  SHEAF_CERTIFICATE_ASSET, /* what may be used, of a right of use (Art. 76.2b) */
  SHEAF_CERTIFICATE_COOP,  /* the co-op's name, likewise what follows */
  SHEAF_CERTIFICATE_COOP_CODE,
  SHEAF_CERTIFICATE_COOP_ADDRESS,
  SHEAF_CERTIFICATE_PLACE,  /* of signing */
  SHEAF_CERTIFICATE_SIGNER, /* the legal representative */
  SHEAF_CERTIFICATE_N_TEXTS,
} SheafCertificateText;

typedef struct
{
  gint64               id; /* 0 until entered */
  gint64               party_id;
  SheafDate            date;
  SheafCertificateKind event;

  /* What it says: where nothing is given, as in the register; nothing of a withdrawal. */
  char      *number;                           /* of the one in force afterwards; NULL: the next */
  SheafMoney amount;                           /* the contribution; 0: not given, likewise below */
  SheafMoney charter;                          /* the charter capital */
  SheafDate  until;                            /* the last day of a right of use; else none */
  char      *texts[SHEAF_CERTIFICATE_N_TEXTS]; /* NULL: not given */

  char *reason;
  guint line;

  /* Read back. */
  char                *code;        /* the member's */
  gint64               replaces_id; /* whose number ended by it; 0: none */
  SheafDate            ended;       /* when its number ended; none: in force */
  SheafCertificateKind ended_by;    /* how; 0: in force */
} SheafCertificate;

SheafCertificate *sheaf_certificate_new (void);
SheafCertificate *sheaf_certificate_copy (const SheafCertificate *certificate);
void              sheaf_certificate_free (SheafCertificate *certificate);

/* The words of CSV files and commands: "issue", "reissue", "exchange", "withdraw". */
const char *sheaf_certificate_kind_to_word (SheafCertificateKind kind);
gboolean    sheaf_certificate_kind_from_word (const char           *word,
                                              SheafCertificateKind *ret_kind);
const char *sheaf_certificate_kind_title (SheafCertificateKind kind); /* for people */

/* The name of a text in files: "name", "address", …, "signer". */
const char *sheaf_certificate_text_name (SheafCertificateText text);

/* The percentage of the charter capital as printed, in hundredths of a percent, half up. */
gint64 sheaf_certificate_percent (const SheafCertificate *certificate);

/* The events of a member (0: of everyone) by day, then as entered; of SheafCertificate. */
GPtrArray *sheaf_certificate_list (SheafBook *book,
                                   gint64     party_id,
                                   GError   **error);

/* The certificates in force at the end of a day, in the order of their holders' codes; of
 * SheafCertificate. */
GPtrArray *sheaf_certificates_on (SheafBook *book,
                                  SheafDate  on,
                                  GError   **error);

/* The certificate of a number, in force or not. */
SheafCertificate *sheaf_certificate_load (SheafBook  *book,
                                          const char *number,
                                          GError    **error);

/* What a certificate issued on the day would say; its number is left open. Error: nobody of that
 * id ever was a member. */
SheafCertificate *sheaf_certificate_draft (SheafBook *book,
                                           gint64     party_id,
                                           SheafDate  day,
                                           GError   **error);

/* Judges new events together with those there. Errors: one for who is no contributing member on the
 * day, or whose contribution is not fully paid; a first one where one is in force, and anything
 * else where none is; days of a member out of order; a number that was there; a reissue of changed
 * content and an exchange of unchanged; no reason where something is taken away. Warnings: an
 * amount that differs from the register; the withdrawal of what is still due to the member; and in
 * place of the first errors where the co-op's name is given, as then the whole content is and the
 * paper is there already. */
gboolean sheaf_certificate_check (SheafBook       *book,
                                  const GPtrArray *certificates,
                                  const char      *file,
                                  SheafProblems   *problems,
                                  GError         **error);

/* Enters events as one act, in this order; numbers and content that are not given are filled in:
 * the next number by the setting certificate-pattern, the content by the register of the day, or of
 * a reissue by the paper it replaces. The first problem is the error. ret_ids (of gint64), or NULL,
 * takes their ids. */
gboolean sheaf_certificate_enter (SheafBook       *book,
                                  const GPtrArray *certificates,
                                  GArray         **ret_ids,
                                  GError         **error);

/* The single acts; number NULL is the next one, *ret_number (NULL: not asked for) the one given;
 * warnings are the act's. */
gboolean sheaf_certificate_issue (SheafBook  *book,
                                  gint64      party_id,
                                  SheafDate   day,
                                  const char *number,
                                  char      **ret_number,
                                  GError    **error);
gboolean sheaf_certificate_reissue (SheafBook  *book,
                                    gint64      party_id,
                                    SheafDate   day,
                                    const char *number,
                                    const char *reason,
                                    char      **ret_number,
                                    GError    **error);

/* reason may be NULL: what differs tells it. */
gboolean sheaf_certificate_exchange (SheafBook  *book,
                                     gint64      party_id,
                                     SheafDate   day,
                                     const char *number,
                                     const char *reason,
                                     char      **ret_number,
                                     GError    **error);
gboolean sheaf_certificate_withdraw (SheafBook  *book,
                                     gint64      party_id,
                                     SheafDate   day,
                                     const char *reason,
                                     GError    **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafCertificate, sheaf_certificate_free)
