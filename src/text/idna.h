/*
 * idna.h - the ASCII form of domain names (IDNA2008 by way of UTS #46) and of
 * the web addresses that hold them.
 */
#ifndef LETTER_TEXT_IDNA_H
#define LETTER_TEXT_IDNA_H

#include <glib.h>

/* A domain as the DNS has it: "bücher.example" becomes
   "xn--bcher-kva.example".  An ASCII domain is returned as it stands.  NULL
   where it is no host name: a label that is empty, longer than 63, or holds
   anything but letters, digits and inner hyphens; more than 253 in all. */
char *letter_domain_to_ascii(const char *domain);

/* Whether a web address may have that host: a domain as above, with a dot at its
   end or '_' in ASCII labels too, or an IP address without brackets. */
gboolean letter_host_is_valid(const char *host);

/* A web or mailto address in ASCII: the host as above, and what else is beyond
   ASCII escaped (RFC 3987 section 3.1).  NULL where there is no such form. */
char *letter_url_to_ascii(const char *url);

#endif
