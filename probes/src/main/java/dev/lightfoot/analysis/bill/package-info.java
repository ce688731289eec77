/// The bill of a whole run, page or probe, in all and along what it waited for.
package dev.lightfoot.analysis.bill;
