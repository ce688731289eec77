/// The bar of phases and the scale of distances.
package dev.lightfoot.app.ui.chart.bar;
