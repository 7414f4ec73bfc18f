package io.github.bedrockjdbc.adapter.api.http;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;

/**
 * An answer that was read to its end, or as far as it is of use.
 *
 * @param body null where a proxy refuses a tunnel
 */
record Response(int statusCode, HttpHeaders headers, Body body) {
  static Response of(HttpResponse<Body> whole) {
    return new Response(whole.statusCode(), whole.headers(), whole.body());
  }
}
