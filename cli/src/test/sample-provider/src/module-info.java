/** A vendor's dialect of raw 8. */
module com.acme.profile {
  requires dev.profdata.api;

  exports com.acme.profile;

  provides dev.profdata.spi.ProfileFormatProvider with
      com.acme.profile.AcmeProvider;
}
