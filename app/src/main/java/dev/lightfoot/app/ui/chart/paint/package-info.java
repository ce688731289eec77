/// What charts are drawn with: surfaces, brushes, colours, texts that fit.
package dev.lightfoot.app.ui.chart.paint;
