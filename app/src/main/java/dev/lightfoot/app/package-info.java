/// Everything a person touches: where the program starts.
package dev.lightfoot.app;
