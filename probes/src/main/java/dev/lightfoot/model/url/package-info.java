/// URLs as the URL Standard has them: read in one place, whoever wrote them.
package dev.lightfoot.model.url;
