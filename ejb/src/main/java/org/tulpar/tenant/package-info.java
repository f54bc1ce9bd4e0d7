/**
 * The organization as a tenant, and the only door to its rows.
 *
 * <p>Promises: whoever has not entered a {@link org.tulpar.tenant.TenantScope} sees no row of any
 * organization; whoever has sees the rows of that one. Leaves alone: who may enter (identity).
 */
package org.tulpar.tenant;
