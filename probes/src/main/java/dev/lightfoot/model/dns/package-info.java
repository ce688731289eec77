/// What name servers answered: records, and what DNSSEC says of them.
package dev.lightfoot.model.dns;
