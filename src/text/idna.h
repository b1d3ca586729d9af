/*
 * idna.h - the ASCII form of a domain name (IDNA2008 by way of UTS #46).
 */
#ifndef LETTER_TEXT_IDNA_H
#define LETTER_TEXT_IDNA_H

/* A domain as the DNS has it: "bücher.example" becomes
   "xn--bcher-kva.example".  An ASCII domain is returned as it stands.  NULL
   where it is no host name: a label that is empty, longer than 63, or holds
   anything but letters, digits and inner hyphens; more than 253 in all. */
char *letter_domain_to_ascii(const char *domain);

#endif
