namespace Harness.Tests.Certification.Reports.Html;

/// <summary>Finds text that is too weak for its ground.</summary>
internal static class Contrast
{
    /// <summary>
    /// Gives the text of each element whose contrast is under 4.5 to 1, the least that WCAG 2 (level AA) asks for.
    /// </summary>
    public const string Script =
        """
        (() => {
          const parse = text => (text.match(/[\d.]+/g) || [0, 0, 0, 0]).map(Number);
          const light = ([r, g, b]) => [r, g, b].map(v => v / 255)
            .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
            .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
          const ground = one => {
            for (let at = one; at; at = at.parentElement) {
              const color = parse(getComputedStyle(at).backgroundColor);
              if (color.length === 3 || color[3] === 1) return color;
            }
            return [255, 255, 255];
          };
          const own = one => [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim());
          return [...document.querySelectorAll('body *')]
            .filter(one => own(one) && !one.closest('svg'))
            .map(one => {
              const [a, b] = [light(parse(getComputedStyle(one).color)), light(ground(one))];
              const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
              return { ratio, text: ratio.toFixed(2) + ' ' + one.tagName + '.' + one.className };
            })
            .filter(one => one.ratio < 4.5)
            .map(one => one.text);
        })()
        """;
}
