/// How findings are told: title, what is seen, remedy and disproof from the bundles of the rules'
/// families, savings, grades, reasons and evidence as words.
@NullMarked
package dev.lightfoot.report.finding;

import org.jspecify.annotations.NullMarked;
